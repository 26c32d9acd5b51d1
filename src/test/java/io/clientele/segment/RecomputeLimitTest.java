package io.clientele.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecomputeLimitTest {

    @ParameterizedTest
    @CsvSource({"0, 30", "1, 30", "250000, 30", "250001, 60", "1000000, 120", "10000000, 1200"})
    void the_limit_grows_with_the_customers(long customers, long seconds) {
        assertThat(RecomputeLimit.of(Duration.ofSeconds(30), customers)).isEqualTo(Duration.ofSeconds(seconds));
    }
}
