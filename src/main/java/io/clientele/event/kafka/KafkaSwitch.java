package io.clientele.event.kafka;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * Enables the framework's channel exactly where brokers are named. A channel that is not enabled has no client, no thread and no
 * connection. Found as a service, before there are beans.
 */
public final class KafkaSwitch implements ConfigSourceFactory {

    static final String BROKERS = "clientele.kafka.bootstrap-servers";
    static final String ENABLED = "mp.messaging.outgoing." + KafkaChannel.NAME + ".enabled";

    /** As much as an environment variable, so that nothing in a file outdoes it. */
    private static final int ORDINAL = 300;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        @Nullable ConfigValue brokers = context.getValue(BROKERS);
        boolean named = brokers != null
                && brokers.getValue() != null
                && !brokers.getValue().isEmpty();
        return List.of(new PropertiesConfigSource(
                Map.of(ENABLED, Boolean.toString(named)), "Kafka where it is named", ORDINAL));
    }
}
