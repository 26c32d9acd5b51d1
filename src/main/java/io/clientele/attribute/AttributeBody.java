package io.clientele.attribute;

import io.clientele.shared.Refusals;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An attribute as REST shows and takes its definition. */
@Schema(name = "customer-attribute")
public record AttributeBody(
        @Nullable Integer attributeId,
        @Nullable String attributeCode,
        @Nullable String frontendInput,
        @Nullable String defaultFrontendLabel,
        @Nullable List<LabelBody> frontendLabels,
        @Nullable Boolean isRequired,
        @Nullable Boolean isVisible,
        @Nullable String defaultValue,
        @Nullable Integer multilineCount,
        @Nullable Integer sortOrder,
        @Nullable List<String> usedInForms,
        @Nullable List<RuleBody> validationRules,
        @Nullable String inputFilter,
        @Nullable List<OptionBody> options,
        @Nullable Boolean isUsedInGrid,
        @Nullable Boolean isFilterableInGrid,
        @Nullable String gridFilterConditionType,
        @Nullable Boolean isSearchableInGrid,
        @Nullable Boolean isUsedForCustomerSegment,
        @Nullable List<WebsiteBody> websiteValues) {

    /** A label in a store view. */
    @Schema(name = "customer-attribute-label")
    public record LabelBody(
            @Nullable Integer storeId, @Nullable String label) {}

    /** A rule that values obey. */
    @Schema(name = "customer-attribute-rule")
    public record RuleBody(@Nullable String name, @Nullable String value) {}

    /** One of the values to choose from. */
    @Schema(name = "customer-attribute-option")
    public record OptionBody(
            @Nullable String label,
            @Nullable String value,
            @Nullable Integer sortOrder,
            @Nullable Boolean isDefault,
            @Nullable List<LabelBody> storeLabels) {

        static OptionBody of(AttributeOption option) {
            return new OptionBody(
                    option.label().fallback(),
                    option.value(),
                    option.sortOrder(),
                    option.isDefault(),
                    labels(option.label()));
        }

        AttributeDraft.Option draft() {
            Map<Integer, String> labels = byStore("store_labels", storeLabels);
            return new AttributeDraft.Option(
                    value == null || value.isEmpty() ? null : value,
                    label,
                    sortOrder,
                    isDefault,
                    labels == null ? Map.of() : labels);
        }
    }

    /** What a website wants otherwise. */
    @Schema(name = "customer-attribute-website-value")
    public record WebsiteBody(
            @Nullable Integer websiteId,
            @Nullable Boolean isRequired,
            @Nullable Boolean isVisible) {}

    public static AttributeBody of(Attribute attribute) {
        GridUse grid = attribute.grid();
        return new AttributeBody(
                attribute.id(),
                attribute.code(),
                attribute.input().code(),
                attribute.label().fallback(),
                labels(attribute.label()),
                attribute.required(),
                attribute.visible(),
                attribute.defaultValue(),
                attribute.multilineCount(),
                attribute.sortOrder(),
                attribute.forms(),
                attribute.rules().entrySet().stream()
                        .map(rule -> new RuleBody(rule.getKey(), rule.getValue()))
                        .toList(),
                attribute.filter().code(),
                attribute.input().hasOptions()
                        ? attribute.options().stream().map(OptionBody::of).toList()
                        : List.of(),
                grid.column(),
                grid.filter(),
                grid.match().name().toLowerCase(Locale.ROOT),
                grid.search(),
                attribute.usedForSegments(),
                attribute.websites().entrySet().stream()
                        .map(each -> new WebsiteBody(
                                each.getKey(),
                                each.getValue().required(),
                                each.getValue().visible()))
                        .toList());
    }

    private static List<LabelBody> labels(Labels labels) {
        return labels.byStore().entrySet().stream()
                .map(label -> new LabelBody(label.getKey(), label.getValue()))
                .toList();
    }

    public AttributeDraft draft() {
        return new AttributeDraft(
                attributeCode,
                frontendInput,
                defaultFrontendLabel,
                byStore("frontend_labels", frontendLabels),
                isRequired,
                isVisible,
                defaultValue,
                multilineCount,
                sortOrder,
                usedInForms,
                byKey("validation_rules", validationRules, RuleBody::name, rule -> text(rule.value())),
                inputFilter,
                options == null ? null : options.stream().map(OptionBody::draft).toList(),
                new AttributeDraft.Grid(isUsedInGrid, isFilterableInGrid, gridFilterConditionType, isSearchableInGrid),
                isUsedForCustomerSegment,
                byKey(
                        "website_values",
                        websiteValues,
                        WebsiteBody::websiteId,
                        value -> new Attribute.InWebsite(value.isRequired(), value.isVisible())));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static @Nullable Map<Integer, String> byStore(String name, @Nullable List<LabelBody> labels) {
        return byKey(name, labels, LabelBody::storeId, label -> text(label.label()));
    }

    /** A list as a map; an element without a key, and a second one for a key, is refused. */
    private static <B, K, V> @Nullable Map<K, V> byKey(
            String name, @Nullable List<B> list, Function<B, @Nullable K> key, Function<B, V> value) {
        if (list == null) {
            return null;
        }
        Map<K, V> map = new LinkedHashMap<>();
        for (B element : list) {
            K found = key.apply(element);
            if (found == null || map.put(found, value.apply(element)) != null) {
                throw Refusals.invalidValue(name, found == null ? "" : found);
            }
        }
        return map;
    }
}
