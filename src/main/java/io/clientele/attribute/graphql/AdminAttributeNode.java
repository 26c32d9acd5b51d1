package io.clientele.attribute.graphql;

import io.clientele.attribute.Attribute;
import io.clientele.attribute.AttributeBody;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** The definition of an attribute as administrators see it: what REST shows, under the same names. */
@Name("AdminCustomerAttribute")
public record AdminAttributeNode(
        @Ignore Attribute attribute,
        @Id @NonNull @Name("attribute_id") String attributeId,
        @NonNull @Name("attribute_code") String attributeCode,
        @NonNull @Name("frontend_input") String frontendInput,
        @Nullable @Name("default_frontend_label") String defaultFrontendLabel,
        @NonNull @Name("frontend_labels") List<@NonNull LabelNode> frontendLabels,
        @NonNull @Name("is_required") Boolean required,
        @NonNull @Name("is_visible") Boolean visible,
        @Nullable @Name("default_value") String defaultValue,
        @Nullable @Name("multiline_count") Integer multilineCount,
        @Nullable @Name("sort_order") Integer sortOrder,
        @NonNull @Name("used_in_forms") List<@NonNull String> usedInForms,
        @NonNull @Name("validation_rules") List<@NonNull RuleNode> validationRules,
        @Nullable @Name("input_filter") String inputFilter,
        @NonNull List<@NonNull OptionNode> options,
        @NonNull @Name("is_used_in_grid") Boolean usedInGrid,
        @NonNull @Name("is_filterable_in_grid") Boolean filterableInGrid,
        @Nullable @Name("grid_filter_condition_type") String gridFilterConditionType,
        @NonNull @Name("is_searchable_in_grid") Boolean searchableInGrid,
        @NonNull @Name("is_used_for_customer_segment") Boolean usedForCustomerSegment,
        @NonNull @Name("website_values") List<@NonNull WebsiteNode> websiteValues) {

    /** A label in a store view. */
    @Name("AdminAttributeLabel")
    public record LabelNode(
            @Nullable @Name("store_id") Integer storeId,
            @Nullable String label) {}

    /** A rule that values obey. */
    @Name("AdminAttributeRule")
    public record RuleNode(@Nullable String name, @Nullable String value) {}

    /** An option. */
    @Name("AdminAttributeOption")
    public record OptionNode(
            @Nullable String label,
            @Nullable String value,
            @Nullable @Name("sort_order") Integer sortOrder,
            @Nullable @Name("is_default") Boolean isDefault,
            @NonNull @Name("store_labels") List<@NonNull LabelNode> storeLabels) {}

    /** What a website wants otherwise. */
    @Name("AdminAttributeWebsite")
    public record WebsiteNode(
            @Nullable @Name("website_id") Integer websiteId,
            @Nullable @Name("is_required") Boolean required,
            @Nullable @Name("is_visible") Boolean visible) {}

    static AdminAttributeNode of(Attribute attribute) {
        AttributeBody body = AttributeBody.of(attribute);
        return new AdminAttributeNode(
                attribute,
                String.valueOf(body.attributeId()),
                attribute.code(),
                attribute.input().code(),
                body.defaultFrontendLabel(),
                labels(body.frontendLabels()),
                attribute.required(),
                attribute.visible(),
                body.defaultValue(),
                body.multilineCount(),
                body.sortOrder(),
                attribute.forms(),
                list(body.validationRules()).stream()
                        .map(rule -> new RuleNode(rule.name(), rule.value()))
                        .toList(),
                body.inputFilter(),
                list(body.options()).stream()
                        .map(option -> new OptionNode(
                                option.label(),
                                option.value(),
                                option.sortOrder(),
                                option.isDefault(),
                                labels(option.storeLabels())))
                        .toList(),
                attribute.grid().column(),
                attribute.grid().filter(),
                body.gridFilterConditionType(),
                attribute.grid().search(),
                attribute.usedForSegments(),
                list(body.websiteValues()).stream()
                        .map(value -> new WebsiteNode(value.websiteId(), value.isRequired(), value.isVisible()))
                        .toList());
    }

    private static List<LabelNode> labels(@Nullable List<AttributeBody.LabelBody> labels) {
        return list(labels).stream()
                .map(label -> new LabelNode(label.storeId(), label.label()))
                .toList();
    }

    private static <T> List<T> list(@Nullable List<T> list) {
        return Objects.requireNonNullElse(list, List.of());
    }
}
