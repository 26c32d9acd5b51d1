package io.clientele.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.MailFixture;
import io.clientele.MailServer;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import io.clientele.store.SettingDefinition;
import io.clientele.store.SettingScope;
import io.clientele.store.StoreFixture;
import io.clientele.store.Stores;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Mails as a real SMTP server gets them. */
@QuarkusTest
class MailTest {

    private static final MailKind PROBE = new MailKind(
            "probe",
            SettingDefinition.text("test/mail/identity", "support", SettingScope.STORES, ""),
            SettingDefinition.text("test/mail/template", "", SettingScope.STORES, ""),
            SettingDefinition.text(
                    "test/mail/link", "{base_url}look?id={id}&token={token}&x={nothing}", SettingScope.STORES, ""));

    @Inject
    Mails mails;

    @Inject
    MailServer server;

    @Inject
    Stores stores;

    @Inject
    Database database;

    @Inject
    Clock clock;

    @AfterEach
    void put_settings_back() {
        for (String path :
                new String[] {"general/locale/code", "trans_email/ident_support/name", "trans_email/ident_support/email"
                }) {
            StoreFixture.inherit(path, "stores", 1);
        }
    }

    @Test
    void a_mail_comes_from_the_identity_in_the_language_of_the_store_view_as_text_and_html() throws Exception {
        StoreFixture.set("general/locale/code", "fr_FR", "stores", 1);
        StoreFixture.set("trans_email/ident_support/name", "Aide \"Nord\"", "stores", 1);
        StoreFixture.set("trans_email/ident_support/email", "aide@shop.example", "stores", 1);
        send(Recipient.customer(41, "Zoé", "zoe@example.com"), Map.of("id", 41, "token", "a b+c"));
        MimeMessage mail = server.await("zoe@example.com");
        assertThat(mail.getSubject()).isEqualTo("Bonjour Zoé");
        assertThat(mail.getFrom()).extracting(Object::toString).containsExactly("Aide Nord <aide@shop.example>");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getHeader("Message-ID")).hasSize(1);
        assertThat(mail.getMessageID()).matches("<probe\\.\\d+@shop\\.example>");
        Map<String, String> parts = parts(mail);
        assertThat(parts.get("text/plain"))
                .startsWith("Bonjour Zoé, ici Default Store View : ")
                .contains("http://localhost:8080/look?id=41&token=a%20b%2Bc&x={nothing}");
        assertThat(parts.get("text/html"))
                .contains("<html lang=\"fr\">")
                .contains("href=\"http://localhost:8080/look?id=41&amp;token=a%20b%2Bc&amp;x={nothing}\"");
        Map<String, Object> kept = MailFixture.mail("zoe@example.com", "probe");
        assertThat(kept).containsEntry("subject", "Bonjour Zoé").containsEntry("store_id", 1);
        assertThat(kept.get("headers")).asString().contains("aide@shop.example");
    }

    @Test
    void a_language_without_texts_falls_back_to_english() {
        StoreFixture.set("general/locale/code", "ja_JP", "stores", 1);
        send(Recipient.guest("jun@example.com"), Map.of());
        assertThat(MailFixture.mail("jun@example.com", "probe")).containsEntry("subject", "Hello");
    }

    @Test
    void what_people_call_themselves_is_neither_html_nor_a_header() throws Exception {
        String name = "<b>Eve</b>\r\nBcc: victim@example.com\r\n\r\nX {store}";
        send(Recipient.customer(42, name, "eve@example.com"), Map.of());
        MimeMessage mail = server.await("eve@example.com");
        assertThat(mail.getSubject()).isEqualTo("Hello <b>Eve</b> Bcc: victim@example.com X {store}");
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(server.received("victim@example.com")).isEmpty();
        assertThat(parts(mail).get("text/html"))
                .contains("&lt;b&gt;Eve&lt;/b&gt;")
                .doesNotContain("<b>Eve");
    }

    @Test
    void a_dead_mail_server_loses_nothing_and_keeps_nobody_waiting() {
        server.stop();
        try {
            long began = System.nanoTime();
            send(Recipient.customer(43, "Joe", "joe@example.com"), Map.of());
            assertThat(System.nanoTime() - began).as("nanoseconds").isLessThan(2_000_000_000L);
            tried("customer:43");
        } finally {
            server.start();
        }
        database.run(SqlFragment.of("update outbox set due_at = ? where key = ?", clock.instant(), "customer:43"));
        server.await("joe@example.com");
        MailFixture.mail("joe@example.com", "probe");
        assertThat(server.received("joe@example.com")).hasSize(1);
    }

    /** Waits until delivery has failed once. */
    private void tried(String key) {
        long end = System.nanoTime() + 40_000_000_000L;
        SqlFragment failed = SqlFragment.of("select 1 from outbox where key = ? and error is not null", key);
        while (database.first(failed, row -> row).isEmpty()) {
            assertThat(System.nanoTime() - end).as("in time").isNegative();
            Thread.onSpinWait();
        }
    }

    private void send(Recipient to, Map<String, ?> values) {
        Map<String, Object> all = new HashMap<>(values);
        QuarkusTransaction.requiringNew().run(() -> mails.send(PROBE, to, stores.view(1), all));
    }

    private static Map<String, String> parts(MimeMessage mail) throws Exception {
        Map<String, String> parts = new HashMap<>();
        Multipart body = (Multipart) mail.getContent();
        for (int i = 0; i < body.getCount(); i++) {
            BodyPart part = body.getBodyPart(i);
            parts.put(
                    part.getContentType().replaceAll(";.*", ""),
                    part.getContent().toString());
        }
        return parts;
    }
}
