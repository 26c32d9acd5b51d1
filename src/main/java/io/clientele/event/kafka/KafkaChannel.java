package io.clientele.event.kafka;

import io.clientele.event.EventMessage;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.eclipse.microprofile.reactive.messaging.Outgoing;
import org.jspecify.annotations.Nullable;

/**
 * Hands messages to the framework's channel as CloudEvents in structured mode: the body says all, the customer's id is the key, and
 * the event's id is in a header too. It is not made where the channel is not enabled.
 */
@ApplicationScoped
class KafkaChannel {

    /** As in {@code mp.messaging.outgoing.events.…}. */
    static final String NAME = "events";

    private static final Header CONTENT_TYPE =
            new RecordHeader("content-type", utf8("application/cloudevents+json; charset=UTF-8"));

    private volatile @Nullable MultiEmitter<? super Message<byte[]>> emitter;

    /** Called once, by the framework. How much waits in it is limited by who sends. */
    @Outgoing(NAME)
    Multi<Message<byte[]>> messages() {
        return Multi.createFrom().emitter(begun -> emitter = begun, BackPressureStrategy.BUFFER);
    }

    /**
     * Sends the message, again and again for some seconds if need be. For one thread at a time.
     *
     * @param came is told what became of it, from another thread: null when all brokers that have to have it have it
     */
    void send(EventMessage message, Consumer<@Nullable Throwable> came) {
        MultiEmitter<? super Message<byte[]>> channel = emitter;
        if (channel == null) {
            throw new IllegalStateException("the channel " + NAME + " is not connected");
        }
        channel.emit(Message.of(
                message.body(),
                Metadata.of(metadata(message)),
                () -> told(came, null),
                failure -> told(came, failure)));
    }

    private static OutgoingKafkaRecordMetadata<String> metadata(EventMessage message) {
        OutgoingKafkaRecordMetadata.OutgoingKafkaRecordMetadataBuilder<String> metadata =
                OutgoingKafkaRecordMetadata.<String>builder()
                        .withHeaders(new RecordHeaders().add(CONTENT_TYPE).add("ce_id", utf8(message.id())));
        return (message.isOfCustomer() ? metadata.withKey(Long.toString(message.lane())) : metadata).build();
    }

    private static CompletionStage<Void> told(Consumer<@Nullable Throwable> came, @Nullable Throwable failure) {
        came.accept(failure);
        return CompletableFuture.completedFuture(null);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
