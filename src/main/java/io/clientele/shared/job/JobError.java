package io.clientele.shared.job;

import io.clientele.shared.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Something that a job could not do.
 *
 * @param number the line of a file, or the id of the thing
 * @param field which part of it, or null
 * @param message why, as a template
 * @param parameters the template's values: a map by name, a list by position, or null
 */
public record JobError(
        long number,
        @Nullable String field,
        String message,
        @Nullable Object parameters) {

    /** A refusal of several reasons is told by the first of them. */
    public static JobError of(long number, @Nullable String field, Refusal refusal) {
        Refusal reason = refusal.errors().isEmpty() ? refusal : refusal.errors().getFirst();
        return new JobError(number, field, reason.template(), reason.parameters());
    }
}
