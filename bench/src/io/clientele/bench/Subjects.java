package io.clientele.bench;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;

/**
 * Who calls: customers of the first website and an administrator, with tokens. They are made as the service makes
 * them (a row in {@code access_token}, signed with the key in {@code signing_key}), because ten thousand sign-ins with
 * passwords would hash for ten minutes.
 */
final class Subjects {

    private static final int ADMIN = 2;
    private static final int CUSTOMER = 3;
    private static final String ADD = """
            insert into access_token (subject_type, subject_id, website_id, created_at, expires_at)
            select ?, subject, ?, now(), now() + interval '1 day' from unnest(?) subject
            returning id, subject_id""";

    private final DataSource superuser;

    Subjects(DataSource superuser) {
        this.superuser = superuser;
    }

    /** Somebody with a token. */
    record Subject(long id, String token) {}

    /** That many customers, spread over the whole table. */
    List<Subject> customers(int atMost) throws SQLException, GeneralSecurityException {
        return add(
                CUSTOMER,
                1,
                // One of three thousand is locked out.
                "select array_agg(id) from (select id from customer where website_id = 1 and id % 3000 > 0"
                        + " order by hashint8extended(id, 7) limit " + atMost + ") picked");
    }

    Subject administrator() throws SQLException, GeneralSecurityException {
        return add(ADMIN, 0, "select array_agg(id) from (select id from admin_user where is_active limit 1) one")
                .get(0);
    }

    private List<Subject> add(int type, int websiteId, String ids) throws SQLException, GeneralSecurityException {
        try (Connection connection = superuser.getConnection();
                PreparedStatement key = connection.prepareStatement(
                        "select kid, secret from signing_key where algorithm = 'HS256' order by activates_at desc limit 1");
                PreparedStatement who = connection.prepareStatement(ids);
                PreparedStatement add = connection.prepareStatement(ADD);
                ResultSet signing = key.executeQuery();
                ResultSet found = who.executeQuery()) {
            signing.next();
            found.next();
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(signing.getBytes("secret"), "HmacSHA256"));
            add.setInt(1, type);
            add.setInt(2, websiteId);
            add.setArray(3, found.getArray(1));
            List<Subject> subjects = new ArrayList<>();
            try (ResultSet rows = add.executeQuery()) {
                while (rows.next()) {
                    long id = rows.getLong("subject_id");
                    subjects.add(new Subject(id, token(mac, signing.getString("kid"), type, id, rows.getLong("id"))));
                }
            }
            return subjects;
        }
    }

    private static String token(Mac mac, String kid, int type, long subject, long session) {
        long now = Instant.now().getEpochSecond();
        String signed = encode("{\"alg\":\"HS256\",\"kid\":\"%s\",\"typ\":\"JWT\"}".formatted(kid)) + "."
                + encode("{\"uid\":%d,\"utypid\":%d,\"jti\":\"%d\",\"iat\":%d,\"exp\":%d}"
                        .formatted(subject, type, session, now, now + 80_000));
        return signed + "."
                + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String encode(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
