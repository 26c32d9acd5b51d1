package io.clientele;

import static io.clientele.AdminFixture.asAdmin;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The mails that went out, as {@code /V1/dev/mails} shows them. */
public final class MailFixture {

    private static final Pattern TOKEN = Pattern.compile("token=([A-Za-z0-9_-]+)");
    private static final long PATIENCE_NANOS = 20_000_000_000L;

    private MailFixture() {}

    /** The newest mail of the kind to the address, once it has gone out. */
    public static Map<String, Object> mail(Object to, String template) {
        return mails(to, template, 1).get(0);
    }

    /** The mails of the kind to the address, newest first, once there are so many. */
    public static List<Map<String, Object>> mails(Object to, String template, int count) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (System.nanoTime() - end < 0) {
            List<Map<String, Object>> found = sent(to, template);
            if (found.size() >= count) {
                return found;
            }
        }
        throw new AssertionError("no mail " + template + " to " + to);
    }

    /** The mails of the kind to the address that have gone out so far, newest first. */
    public static List<Map<String, Object>> sent(Object to, String template) {
        return asAdmin()
                .get("/rest/V1/dev/mails")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .<Map<String, Object>>getList("$")
                .stream()
                .filter(mail -> to.equals(mail.get("to")) && template.equals(mail.get("template")))
                .toList();
    }

    /** The token in the mail's link. */
    public static String token(Map<String, Object> mail) {
        Matcher found = TOKEN.matcher(mail.get("text").toString());
        if (!found.find()) {
            throw new AssertionError("no token in " + mail.get("text"));
        }
        return found.group(1);
    }
}
