package io.clientele.event.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class WebhookSecretTest {

    private static final Instant NOW = Instant.ofEpochSecond(1614265330);
    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(UTF_8);

    /** The example that the Standard Webhooks convention's own tests publish. */
    @Test
    void the_signature_is_the_one_of_the_convention() {
        WebhookSecret secret =
                WebhookSecret.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw").orElseThrow();
        assertThat(secret.sign("msg_p5jXN8AQM9LWM0D4loKWxJek", NOW.getEpochSecond(), BODY))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void the_secret_before_signs_too_until_its_time_is_over() {
        WebhookSecret current = WebhookSecret.random();
        WebhookSecret previous = WebhookSecret.random();
        Signer signer = new Signer(current, previous, NOW.plusSeconds(1));
        assertThat(signer.signatures("1", NOW, BODY))
                .isEqualTo(current.sign("1", NOW.getEpochSecond(), BODY) + " "
                        + previous.sign("1", NOW.getEpochSecond(), BODY));
        Instant over = NOW.plusSeconds(1);
        assertThat(signer.signatures("1", over, BODY)).isEqualTo(current.sign("1", over.getEpochSecond(), BODY));
    }

    @Test
    void a_secret_has_24_to_64_bytes_and_says_nothing_by_itself() {
        for (int bytes : new int[] {24, 32, 64}) {
            assertThat(WebhookSecret.of(text(bytes)).orElseThrow().text()).isEqualTo(text(bytes));
        }
        for (String wrong : new String[] {text(23), text(65), "whsec_", "whsec_%%%", text(32).substring(6)}) {
            assertThat(WebhookSecret.of(wrong)).as(wrong).isEmpty();
        }
        assertThat(WebhookSecret.random().text())
                .isNotEqualTo(WebhookSecret.random().text());
        assertThat(WebhookSecret.random()).hasToString("whsec_…");
    }

    private static String text(int bytes) {
        return "whsec_" + Base64.getEncoder().encodeToString(new byte[bytes]);
    }
}
