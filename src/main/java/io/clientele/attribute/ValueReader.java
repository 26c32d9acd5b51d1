package io.clientele.attribute;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import io.clientele.shared.Refusal;
import io.clientele.shared.Storable;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what a caller gives as a value of an attribute into the form it is kept in; null stands for "no value". */
final class ValueReader {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu", java.util.Locale.ROOT);

    /** What a day may be followed by: the contract keeps dates as the moment they begin. */
    private static final String MIDNIGHT = "[ T]00:00:00(?:\\.0+)?Z?";

    private ValueReader() {}

    /** @throws Refusal for what cannot be a value of the attribute */
    static @Nullable JsonNode read(Attribute attribute, JsonNode given, String label) {
        return switch (attribute.input()) {
            case TEXT, TEXTAREA -> line(attribute, text(attribute, given), label);
            case MULTILINE -> lines(attribute, given, label);
            case DATE -> date(attribute, text(attribute, only(given)), label);
            case SELECT -> option(attribute, text(attribute, only(given)));
            case MULTISELECT -> options(attribute, given);
            case BOOLEAN -> yesOrNo(attribute, text(attribute, only(given)));
            case FILE, IMAGE, HIDDEN -> throw AttributeRefusals.notAFile(label);
        };
    }

    private static @Nullable JsonNode line(Attribute attribute, String given, String label) {
        String text = filtered(attribute, given, label);
        return text.isBlank() ? null : TextNode.valueOf(text);
    }

    /** Checked before a filter makes it longer, and trimmed where the rule or the filter says so. */
    private static String filtered(Attribute attribute, String given, String label) {
        String text = given;
        if ("alphanum-with-spaces".equals(attribute.rule(Rules.INPUT_VALIDATION))) {
            text = text.strip().replaceAll("\\s+", " ");
        } else if (attribute.filter() == InputFilter.TRIM) {
            text = text.strip();
        }
        if (text.isBlank()) {
            return "";
        }
        List<Refusal> wrong = TextCheck.of(attribute, text, label);
        if (!wrong.isEmpty()) {
            throw Refusal.all(wrong);
        }
        return attribute.filter().apply(text);
    }

    /** A list of lines, or one text with line breaks; empty lines at the end do not count. */
    private static @Nullable JsonNode lines(Attribute attribute, JsonNode given, String label) {
        List<String> lines = new ArrayList<>();
        if (given.isArray()) {
            given.forEach(line -> lines.add(text(attribute, line)));
        } else {
            lines.addAll(Arrays.asList(text(attribute, given).split("\r\n|\r|\n", -1)));
        }
        while (!lines.isEmpty() && lines.getLast().isBlank()) {
            lines.removeLast();
        }
        if (lines.size() > attribute.multilineCount()) {
            throw AttributeRefusals.tooManyLines(label, attribute.multilineCount());
        }
        ArrayNode kept = JsonNodeFactory.instance.arrayNode();
        lines.forEach(line -> kept.add(filtered(attribute, line, label)));
        return kept.isEmpty() ? null : kept;
    }

    private static @Nullable JsonNode date(Attribute attribute, String given, String label) {
        String text = given.strip();
        if (text.isEmpty()) {
            return null;
        }
        LocalDate day = day(text).orElseThrow(AttributeRefusals::invalidDate);
        Optional<LocalDate> from = Rules.day(attribute.rule(Rules.FROM));
        Optional<LocalDate> to = Rules.day(attribute.rule(Rules.TO));
        boolean early = from.filter(day::isBefore).isPresent();
        boolean late = to.filter(day::isAfter).isPresent();
        if ((early || late) && from.isPresent() && to.isPresent()) {
            throw AttributeRefusals.dateOutside(DAY.format(from.get()), DAY.format(to.get()), label);
        }
        if (early) {
            throw AttributeRefusals.dateTooEarly(DAY.format(from.orElseThrow()), label);
        }
        if (late) {
            throw AttributeRefusals.dateTooLate(DAY.format(to.orElseThrow()), label);
        }
        return TextNode.valueOf(day.toString());
    }

    /** The day of {@code YYYY-MM-DD}, with or without a midnight behind it. */
    static Optional<LocalDate> day(String text) {
        boolean dayOnly =
                text.length() == 10 || (text.length() > 10 && text.substring(10).matches(MIDNIGHT));
        try {
            return dayOnly ? Optional.of(LocalDate.parse(text.substring(0, 10))) : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static @Nullable JsonNode option(Attribute attribute, String value) {
        return value.isEmpty() ? null : TextNode.valueOf(known(attribute, value));
    }

    private static @Nullable JsonNode options(Attribute attribute, JsonNode given) {
        Set<String> asked = new LinkedHashSet<>();
        if (given.isArray()) {
            given.forEach(each -> asked.add(text(attribute, each)));
        } else {
            asked.addAll(Arrays.asList(text(attribute, given).split(",", -1)));
        }
        asked.removeIf(String::isBlank);
        Set<String> known = new LinkedHashSet<>();
        asked.forEach(value -> known.add(known(attribute, value)));
        ArrayNode kept = JsonNodeFactory.instance.arrayNode();
        attribute.options().stream()
                .map(AttributeOption::value)
                .filter(known::contains)
                .forEach(kept::add);
        return kept.isEmpty() ? null : kept;
    }

    private static String known(Attribute attribute, String value) {
        return attribute
                .option(value.strip())
                .orElseThrow(() -> AttributeRefusals.unknownOption(attribute.code(), value))
                .value();
    }

    private static @Nullable JsonNode yesOrNo(Attribute attribute, String value) {
        return switch (value) {
            case "" -> null;
            case "1", "true" -> BooleanNode.TRUE;
            case "0", "false" -> BooleanNode.FALSE;
            default -> throw AttributeRefusals.unknownOption(attribute.code(), value);
        };
    }

    /** The element of a list of one, nothing for an empty list: how GraphQL gives the option of a select. */
    private static JsonNode only(JsonNode given) {
        if (!given.isArray() || given.size() > 1) {
            return given;
        }
        return given.isEmpty() ? TextNode.valueOf("") : given.get(0);
    }

    /** Text, number or yes/no as text; empty for null. */
    private static String text(Attribute attribute, JsonNode given) {
        if (given.isNull() || given.isMissingNode()) {
            return "";
        }
        String text = given.isValueNode() ? given.asText() : "";
        if (!given.isValueNode() || !Storable.is(text)) {
            throw AttributeRefusals.wrongValue(
                    attribute.code(), given.isArray() ? "Array" : given.isObject() ? "Object" : "");
        }
        return text;
    }
}
