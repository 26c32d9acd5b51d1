package io.clientele.event.kafka;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** What the deployment says about Kafka. The properties of the client itself are the framework's, {@code kafka.…}. */
@ConfigMapping(prefix = "clientele.kafka")
interface KafkaConfig {

    /** Brokers to begin with, as {@code host:port} with commas between them. Without any nothing is sent. */
    Optional<String> bootstrapServers();

    /** The topic that events are sent to. Each has a place in the feed of its own. */
    String topic();
}
