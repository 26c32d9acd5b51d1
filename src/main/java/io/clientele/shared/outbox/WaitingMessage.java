package io.clientele.shared.outbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message as those who look after the service see it: without its payload, which may say something of a person.
 *
 * @param tries how many times it has been taken
 * @param dueAt when it may be taken next
 * @param parkedAt when it was given up; null while it waits for its time
 * @param error what went wrong at the last try, without e-mail addresses; null when nothing did
 */
public record WaitingMessage(
        long id,
        String topic,
        int tries,
        Instant createdAt,
        Instant dueAt,
        @Nullable Instant parkedAt,
        @Nullable String error) {}
