package io.clientele.event.webhook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a webhook is.
 *
 * @param position every event up to this place has been delivered, is none of its kinds, or has a row of its own
 * @param round differs when somebody had it begin anew
 * @param pauses how many tries in a row the receiver has been left alone after; 0 while it takes what it is sent
 * @param pausedUntil when it is asked again; null while it is not left alone
 */
record Progress(
        long webhookId,
        long position,
        long round,
        int pauses,
        @Nullable Instant pausedUntil,
        @Nullable Instant failingSince,
        @Nullable String error) {}
