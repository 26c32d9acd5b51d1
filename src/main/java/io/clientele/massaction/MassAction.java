package io.clientele.massaction;

import org.jspecify.annotations.Nullable;

/**
 * An action on many customers.
 *
 * @param selection whom it is done to; null for one that takes another back, and whom that was done to
 * @param undoOf the job whose doing is taken back, or null
 */
record MassAction(
        long jobId,
        String name,
        ActionParams params,
        @Nullable Selection selection,
        @Nullable Long undoOf) {}
