package io.clientele.attribute;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Attributes for tests that need no database. */
final class Made {

    private Made() {}

    static Attribute attribute(int id, String code, InputType input) {
        return new Attribute(
                id,
                AttributeOwner.CUSTOMER,
                code,
                input,
                new Labels("The " + code, Map.of(1, "Das " + code)),
                false,
                true,
                Map.of(),
                null,
                input == InputType.MULTILINE ? 3 : 0,
                id,
                List.of(),
                Map.of(),
                InputFilter.NONE,
                input == InputType.BOOLEAN ? List.of(option("1", 0), option("0", 1)) : List.of(),
                new GridUse(false, false, false, GridUse.Match.PARTIAL, false),
                false,
                false,
                true);
    }

    static AttributeOption option(String value, int sortOrder) {
        return new AttributeOption(value, new Labels("Option " + value, Map.of(1, "Wahl " + value)), sortOrder, false);
    }

    static Attribute required(Attribute of, boolean required) {
        return new Attribute(
                of.id(),
                of.owner(),
                of.code(),
                of.input(),
                of.label(),
                required,
                of.visible(),
                of.websites(),
                of.defaultValue(),
                of.multilineCount(),
                of.sortOrder(),
                of.forms(),
                of.rules(),
                of.filter(),
                of.options(),
                of.grid(),
                of.usedForSegments(),
                of.system(),
                of.userDefined());
    }

    static Attribute inWebsite(Attribute of, int websiteId, @Nullable Boolean required, @Nullable Boolean visible) {
        return with(
                of,
                of.defaultValue(),
                of.rules(),
                of.filter(),
                of.options(),
                Map.of(websiteId, new Attribute.InWebsite(required, visible)));
    }

    static Attribute withDefault(Attribute of, String value) {
        return with(of, value, of.rules(), of.filter(), of.options(), of.websites());
    }

    static Attribute withRules(Attribute of, Map<String, String> rules) {
        return with(of, of.defaultValue(), rules, of.filter(), of.options(), of.websites());
    }

    static Attribute withFilter(Attribute of, InputFilter filter) {
        return with(of, of.defaultValue(), of.rules(), filter, of.options(), of.websites());
    }

    static Attribute withOptions(Attribute of, AttributeOption... options) {
        return with(of, of.defaultValue(), of.rules(), of.filter(), List.of(options), of.websites());
    }

    private static Attribute with(
            Attribute of,
            @Nullable String defaultValue,
            Map<String, String> rules,
            InputFilter filter,
            List<AttributeOption> options,
            Map<Integer, Attribute.InWebsite> websites) {
        return new Attribute(
                of.id(),
                of.owner(),
                of.code(),
                of.input(),
                of.label(),
                of.required(),
                of.visible(),
                websites,
                defaultValue,
                of.multilineCount(),
                of.sortOrder(),
                of.forms(),
                rules,
                filter,
                options,
                of.grid(),
                of.usedForSegments(),
                of.system(),
                of.userDefined());
    }

    /** Decides by the attributes that are given. */
    static AttributeValues values(Attribute... attributes) {
        AttributeState state = new AttributeState(1, BuiltInAttributes.ALL, List.of(attributes));
        Attributes all = new Attributes(() -> state, () -> state);
        return new AttributeValues(all, (attribute, given, label) -> "/0/00/" + attribute.code());
    }
}
