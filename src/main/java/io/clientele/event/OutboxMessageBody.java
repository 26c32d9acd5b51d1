package io.clientele.event;

import io.clientele.shared.ShownTime;
import io.clientele.shared.outbox.WaitingMessage;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A message of the outbox as REST shows it.
 *
 * @param topic what kind of work it is, as {@code mail}
 * @param parkedAt when it was given up; absent while it waits for its time
 * @param error what went wrong at the last try
 */
@Schema(name = "outbox-message")
public record OutboxMessageBody(
        long id,
        String topic,
        int tries,
        String createdAt,
        String dueAt,
        @Nullable String parkedAt,
        @Nullable String error) {

    static OutboxMessageBody of(WaitingMessage message) {
        return new OutboxMessageBody(
                message.id(),
                message.topic(),
                message.tries(),
                ShownTime.of(message.createdAt()),
                ShownTime.of(message.dueAt()),
                message.parkedAt() == null ? null : ShownTime.of(message.parkedAt()),
                message.error());
    }
}
