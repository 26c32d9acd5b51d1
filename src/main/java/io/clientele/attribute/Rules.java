package io.clientele.attribute;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The contract's names of rules, and their values read. */
final class Rules {

    static final String INPUT_VALIDATION = "input_validation";
    static final String MIN_LENGTH = "min_text_length";
    static final String MAX_LENGTH = "max_text_length";
    static final String FROM = "date_range_min";
    static final String TO = "date_range_max";
    static final String FILE_SIZE = "max_file_size";
    static final String EXTENSIONS = "file_extensions";
    static final String WIDTH = "max_image_width";
    static final String HEIGHT = "max_image_height";

    private Rules() {}

    /** A whole number; nothing where the rule is not set. */
    static Optional<Integer> number(@Nullable String value) {
        try {
            return value == null || value.isEmpty() ? Optional.empty() : Optional.of(Integer.valueOf(value));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** A day, written {@code YYYY-MM-DD} or as the contract keeps it: the second in which it begins, in UTC. */
    static Optional<LocalDate> day(@Nullable String value) {
        if (value == null || value.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    value.matches("-?[0-9]{1,11}")
                            ? Instant.ofEpochSecond(Long.parseLong(value))
                                    .atZone(ZoneOffset.UTC)
                                    .toLocalDate()
                            : LocalDate.parse(value));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
