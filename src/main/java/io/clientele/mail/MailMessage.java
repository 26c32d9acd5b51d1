package io.clientele.mail;

import java.util.Map;

/**
 * A mail that waits in the outbox.
 *
 * @param kind the name of its kind
 * @param template the name of its texts, the kind's or the one that the store view has chosen
 * @param locale the store view's, as {@code fr_FR}
 * @param fromName empty for none
 * @param person whose data the content is
 * @param content the recipient and the values, sealed
 */
record MailMessage(
        String kind,
        String template,
        int storeId,
        String locale,
        String fromName,
        String fromEmail,
        String person,
        String content) {

    /** The value with the URL by which the receiver's mail program ends such mails; not every mail has it. */
    static final String ONE_CLICK = "one_click";

    /** What of a mail is personal. */
    record Content(String email, Map<String, String> values) {}
}
