package io.clientele.customer;

import java.util.List;

/**
 * The rows of two accounts of which one was merged into the other, as JSON that PostgreSQL writes and reads again.
 *
 * @param gone the row of the account that went
 * @param before the row of the account that stays, as it was
 * @param after the same as it was left
 * @param columns what was changed in it, without the moment of the change
 * @param attributes the keys of attribute values that were changed in it
 * @param takenFiles paths of files that it has taken over
 * @param replacedFiles paths of its own files that it has given up for them
 */
public record MergedAccount(
        String gone,
        String before,
        String after,
        List<String> columns,
        List<String> attributes,
        List<String> takenFiles,
        List<String> replacedFiles) {}
