package io.clientele.attribute;

import io.clientele.shared.Refusals;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the rules that values of an attribute are to obey: which there are depends on the input type. */
final class RuleDrafts {

    private static final Set<String> SHAPES =
            Set.of("alphanumeric", "alphanum-with-spaces", "numeric", "alpha", "url", "email", "length");
    private static final int WIDEST = 10_000;
    private static final int LARGEST_FILE = 32 * 1024 * 1024;

    private RuleDrafts() {}

    static Map<String, String> read(InputType input, Map<String, String> sent) {
        Map<String, String> rules = new LinkedHashMap<>();
        sent.forEach((name, value) -> {
            // An older spelling that clients of the contract still send.
            String rule = name.equals("max_image_heght") ? Rules.HEIGHT : name.toLowerCase(Locale.ROOT);
            if (!value.isBlank()) {
                rules.put(rule, checked(input, rule, value.strip()));
            }
        });
        refuseCrossed(rules);
        return Collections.unmodifiableMap(rules);
    }

    private static String checked(InputType input, String rule, String value) {
        boolean right = switch (rule) {
            case Rules.INPUT_VALIDATION -> shapes(input).contains(value);
            case Rules.MIN_LENGTH, Rules.MAX_LENGTH ->
                input.isText()
                        && isBetween(
                                0,
                                value,
                                input == InputType.TEXTAREA ? TextCheck.LONGEST_TEXT : TextCheck.LONGEST_LINE);
            case Rules.FROM, Rules.TO ->
                input == InputType.DATE && Rules.day(value).isPresent();
            case Rules.FILE_SIZE -> input.isFile() && isBetween(1, value, LARGEST_FILE);
            case Rules.EXTENSIONS -> input.isFile() && areExtensions(input, value);
            case Rules.WIDTH, Rules.HEIGHT -> input == InputType.IMAGE && isBetween(1, value, WIDEST);
            default -> throw Refusals.invalidValue("validation_rules", rule);
        };
        if (!right) {
            throw Refusals.invalidValue(rule, value);
        }
        return value;
    }

    private static Set<String> shapes(InputType input) {
        return switch (input) {
            case TEXT, MULTILINE -> SHAPES;
            case TEXTAREA -> Set.of("length");
            case DATE -> Set.of("date");
            default -> Set.of();
        };
    }

    private static boolean isBetween(int least, String value, int most) {
        Optional<Integer> number = Rules.number(value);
        return number.isPresent() && number.get() >= least && number.get() <= most;
    }

    private static boolean areExtensions(InputType input, String value) {
        List<String> extensions =
                Arrays.stream(value.split(",", -1)).map(String::strip).toList();
        return extensions.stream()
                .allMatch(each -> input == InputType.IMAGE ? FileKind.isImage(each) : FileKind.isAllowed(each));
    }

    private static void refuseCrossed(Map<String, String> rules) {
        Optional<Integer> least = Rules.number(rules.get(Rules.MIN_LENGTH));
        Optional<Integer> most = Rules.number(rules.get(Rules.MAX_LENGTH));
        if (least.isPresent() && most.isPresent() && least.get() > most.get()) {
            throw Refusals.invalidValue(Rules.MIN_LENGTH, least.get());
        }
        Optional<LocalDate> from = Rules.day(rules.get(Rules.FROM));
        Optional<LocalDate> to = Rules.day(rules.get(Rules.TO));
        if (from.isPresent() && to.isPresent() && from.get().isAfter(to.get())) {
            throw Refusals.invalidValue(Rules.FROM, from.get().toString());
        }
    }
}
