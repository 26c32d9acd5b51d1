package io.clientele.event.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The channel is there exactly where brokers are named. */
class KafkaSwitchTest {

    @Test
    void brokers_enable_the_channel_and_nothing_else_does() {
        assertThat(enabled(Map.of())).isFalse();
        assertThat(enabled(Map.of("clientele.kafka.topic", "other", "kafka.bootstrap.servers", "a:9092")))
                .isFalse();
        assertThat(enabled(Map.of(KafkaSwitch.BROKERS, ""))).isFalse();
        assertThat(enabled(Map.of(KafkaSwitch.BROKERS, "a:9092,b:9092"))).isTrue();
    }

    private static boolean enabled(Map<String, String> properties) {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(properties, "given", 100))
                .withSources(new KafkaSwitch())
                .build();
        return config.getValue(KafkaSwitch.ENABLED, Boolean.class);
    }
}
