package io.clientele.attribute;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An attribute of customers or addresses.
 *
 * @param code unique among those of its owner
 * @param websites where a website wants it otherwise, by the website's id
 * @param defaultValue what a new customer or address gets that names none: text, a day, yes or no as 1 or 0, option ids
 *     joined by commas; null for nothing
 * @param multilineCount how many lines a value of several lines may have; 0 for other types
 * @param forms the contract's names of the forms that show it
 * @param rules what a value must obey, by the contract's names of rules
 * @param options in their order
 * @param system whether the contract counts it to the system's own
 * @param userDefined whether the merchant defined it
 */
public record Attribute(
        int id,
        AttributeOwner owner,
        String code,
        InputType input,
        Labels label,
        boolean required,
        boolean visible,
        Map<Integer, InWebsite> websites,
        @Nullable String defaultValue,
        int multilineCount,
        int sortOrder,
        List<String> forms,
        Map<String, String> rules,
        InputFilter filter,
        List<AttributeOption> options,
        GridUse grid,
        boolean usedForSegments,
        boolean system,
        boolean userDefined) {

    /** What a website wants otherwise; null leaves the attribute's own answer. */
    public record InWebsite(
            @Nullable Boolean required, @Nullable Boolean visible) {}

    /** The name its values are kept under. A code may be used again after it was deleted, an id never is. */
    public String key() {
        return Integer.toString(id);
    }

    public boolean requiredIn(int websiteId) {
        InWebsite other = websites.get(websiteId);
        return (other == null || other.required() == null) ? required : other.required();
    }

    /** Whether shoppers of the website see and fill it. */
    public boolean visibleIn(int websiteId) {
        InWebsite other = websites.get(websiteId);
        return (other == null || other.visible() == null) ? visible : other.visible();
    }

    /** The contract's word for how a value is kept. */
    public String backendType() {
        return userDefined ? input.backendType() : "static";
    }

    public Optional<AttributeOption> option(String value) {
        return options.stream().filter(option -> option.value().equals(value)).findFirst();
    }

    @Nullable
    String rule(String name) {
        return rules.get(name);
    }

    Attribute withDefault(@Nullable String value) {
        return new Attribute(
                id,
                owner,
                code,
                input,
                label,
                required,
                visible,
                websites,
                value,
                multilineCount,
                sortOrder,
                forms,
                rules,
                filter,
                options,
                grid,
                usedForSegments,
                system,
                userDefined);
    }
}
