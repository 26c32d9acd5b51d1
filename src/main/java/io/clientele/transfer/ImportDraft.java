package io.clientele.transfer;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a file is to be taken over.
 *
 * @param stopsOnErrors whether nothing is taken over of a file with more bad rows than are allowed; otherwise bad rows are
 *     passed over, however many
 * @param allowedErrors how many bad rows do not stop it
 * @param checkOnly whether rows are only checked
 * @param fieldSeparator of a CSV file
 * @param valueSeparator between the options in one field
 * @param emptyValue what stands for a value that is to be cleared
 * @param fileName as its sender calls it, or null
 * @param translation what the sender's shop calls things
 * @param counted whether it is counted afterwards what the file names and what of it is here
 */
record ImportDraft(
        TransferKind kind,
        ImportBehavior behavior,
        FileFormat format,
        boolean stopsOnErrors,
        int allowedErrors,
        boolean checkOnly,
        String fieldSeparator,
        String valueSeparator,
        String emptyValue,
        @Nullable String fileName,
        Translation translation,
        boolean counted) {

    static final int ALLOWED_ERRORS = 10;
    static final String SEPARATOR = ",";
    static final String EMPTY_VALUE = "_EMPTY_VALUE_";
    static final String STOP = "stop";
    static final String SKIP = "skip";

    private static final int MOST_ALLOWED = 10_000;
    private static final int LONGEST_NAME = 255;

    /** The contract's names of the two strategies, and shorter ones. */
    private static final List<String> STOPS = List.of(STOP, "validation-stop-on-errors");

    private static final List<String> SKIPS = List.of(SKIP, "validation-skip-errors");

    /** A file of another shop: bad rows are passed over, and in the end it is counted. */
    static ImportDraft ofSeries(TransferKind kind, FileFormat format, String fileName, Translation translation) {
        return new ImportDraft(
                        kind,
                        ImportBehavior.ADD_UPDATE,
                        format,
                        false,
                        ALLOWED_ERRORS,
                        false,
                        SEPARATOR,
                        SEPARATOR,
                        EMPTY_VALUE,
                        fileName,
                        translation,
                        true)
                .checked();
    }

    /** How often its rows are gone through. */
    int passes() {
        return 1 + (stopsOnErrors && !checkOnly ? 1 : 0) + (counted ? 1 : 0);
    }

    /** @throws io.clientele.shared.Refusal when the name is none of a strategy */
    static boolean stops(String strategy) {
        if (!STOPS.contains(strategy) && !SKIPS.contains(strategy)) {
            throw TransferRefusals.unknown("validation_strategy", strategy);
        }
        return STOPS.contains(strategy);
    }

    /** @throws io.clientele.shared.Refusal when something in it is not as it must be */
    ImportDraft checked() {
        separator("field_separator", fieldSeparator);
        separator("multiple_value_separator", valueSeparator);
        if (allowedErrors < 0 || allowedErrors > MOST_ALLOWED) {
            throw TransferRefusals.unknown("allowed_error_count", Integer.toString(allowedErrors));
        }
        if (emptyValue.isEmpty() || emptyValue.length() > LONGEST_NAME) {
            throw TransferRefusals.unknown("empty_value_constant", emptyValue);
        }
        String name = Optional.ofNullable(fileName).orElse("");
        if (name.length() > LONGEST_NAME || name.indexOf('/') >= 0 || name.indexOf('\\') >= 0 || name.indexOf(0) >= 0) {
            throw TransferRefusals.unknown("file_name", name);
        }
        return this;
    }

    private static void separator(String field, String value) {
        if (value.length() != 1 || "\"\r\n\0".contains(value)) {
            throw TransferRefusals.wrongSeparator(field);
        }
    }
}
