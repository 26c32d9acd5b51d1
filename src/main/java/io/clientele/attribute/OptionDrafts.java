package io.clientele.attribute;

import io.clientele.shared.Refusals;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the options that an attribute is to have. */
final class OptionDrafts {

    private static final int MOST = 1000;

    private OptionDrafts() {}

    /** Reads labels of store views; null leaves the old ones. */
    @FunctionalInterface
    interface LabelReader {
        Map<Integer, String> read(String name, @Nullable Map<Integer, String> sent, Map<Integer, String> old);
    }

    /** The whole list; an option without an id yet has an empty value. Without a list it is the default value that counts. */
    static List<AttributeOption> read(Attribute old, AttributeDraft draft, LabelReader labels) {
        List<AttributeDraft.Option> sent = draft.options();
        if (!old.input().hasOptions()) {
            if (sent != null && !sent.isEmpty()) {
                throw Refusals.invalidValue("options", old.input().code());
            }
            return old.options();
        }
        Set<String> defaults = defaults(draft.defaultValue());
        List<AttributeOption> options = sent == null ? kept(old, draft, defaults) : sent(old, sent, defaults, labels);
        long byDefault = options.stream().filter(AttributeOption::isDefault).count();
        if (old.input() == InputType.SELECT && byDefault > 1) {
            throw Refusals.invalidValue("is_default", byDefault);
        }
        return options;
    }

    private static Set<String> defaults(@Nullable String value) {
        Set<String> defaults = new HashSet<>();
        if (value != null && !value.isEmpty()) {
            Arrays.stream(value.split(",", -1)).map(String::strip).forEach(defaults::add);
        }
        return defaults;
    }

    private static List<AttributeOption> kept(Attribute old, AttributeDraft draft, Set<String> defaults) {
        if (draft.defaultValue() == null) {
            return old.options();
        }
        defaults.forEach(value -> existing(old, value));
        return old.options().stream()
                .map(option -> new AttributeOption(
                        option.value(), option.label(), option.sortOrder(), defaults.contains(option.value())))
                .toList();
    }

    private static AttributeOption existing(Attribute old, String value) {
        return old.option(value).orElseThrow(() -> AttributeRefusals.unknownOption(old.code(), value));
    }

    private static List<AttributeOption> sent(
            Attribute old, List<AttributeDraft.Option> sent, Set<String> defaults, LabelReader labels) {
        if (sent.size() > MOST) {
            throw AttributeRefusals.tooManyOptions(MOST);
        }
        Set<String> values = new HashSet<>();
        Set<String> names = new HashSet<>();
        List<AttributeOption> options = new ArrayList<>();
        for (AttributeDraft.Option each : sent) {
            AttributeOption option = option(old, each, options.size(), defaults, labels);
            if (!option.value().isEmpty() && !values.add(option.value())) {
                throw Refusals.invalidValue("value", option.value());
            }
            if (!names.add(option.label().fallback())) {
                throw AttributeRefusals.optionTwice(option.label().fallback());
            }
            options.add(option);
        }
        defaults.stream().filter(value -> !values.contains(value)).forEach(value -> {
            throw AttributeRefusals.unknownOption(old.code(), value);
        });
        return options;
    }

    private static AttributeOption option(
            Attribute old, AttributeDraft.Option sent, int position, Set<String> defaults, LabelReader labels) {
        String value = sent.value() == null ? "" : existing(old, sent.value()).value();
        String label = sent.label() == null ? "" : sent.label().strip();
        if (label.isEmpty() && !value.isEmpty() && sent.label() == null) {
            label = existing(old, value).label().fallback();
        }
        if (label.isEmpty()) {
            throw Refusals.required("label");
        }
        if (label.codePointCount(0, label.length()) > TextCheck.LONGEST_LINE) {
            throw Refusals.tooLong("label", TextCheck.LONGEST_LINE);
        }
        return new AttributeOption(
                value,
                new Labels(label, labels.read("store_labels", sent.labels(), Map.of())),
                sent.sortOrder() == null ? position : sent.sortOrder(),
                sent.isDefault() == null ? defaults.contains(value) && !value.isEmpty() : sent.isDefault());
    }
}
