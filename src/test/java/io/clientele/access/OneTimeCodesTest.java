package io.clientele.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Codes as RFC 6238 has them. */
class OneTimeCodesTest {

    /** "12345678901234567890" in Base32. */
    private static final byte[] SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ".getBytes(StandardCharsets.US_ASCII);

    @Test
    void the_vectors_of_the_standard_come_out() {
        assertThat(OneTimeCodes.at(SECRET, Instant.ofEpochSecond(59))).isEqualTo("287082");
        assertThat(OneTimeCodes.at(SECRET, Instant.ofEpochSecond(1_111_111_109)))
                .isEqualTo("081804");
        assertThat(OneTimeCodes.at(SECRET, Instant.ofEpochSecond(20_000_000_000L)))
                .isEqualTo("353130");
    }

    @Test
    void a_code_is_found_within_the_leeway_and_nowhere_else() {
        Instant now = Instant.ofEpochSecond(1_111_111_109);
        assertThat(OneTimeCodes.step(SECRET, " 081804 ", now, Duration.ZERO)).hasValue(37_037_036);
        assertThat(OneTimeCodes.step(SECRET, "081804", now.plusSeconds(29), Duration.ofSeconds(29)))
                .hasValue(37_037_036);
        assertThat(OneTimeCodes.step(SECRET, "081804", now.plusSeconds(31), Duration.ofSeconds(29)))
                .isEmpty();
        for (String nonsense : new String[] {"", "81804", "0818040", "abcdef", "\u0660\u0661"}) {
            assertThat(OneTimeCodes.step(SECRET, nonsense, now, Duration.ofSeconds(29)))
                    .isEmpty();
        }
    }
}
