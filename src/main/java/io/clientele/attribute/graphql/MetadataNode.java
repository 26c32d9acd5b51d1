package io.clientele.attribute.graphql;

import io.clientele.attribute.Attribute;
import io.clientele.attribute.AttributeMetadata;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.jspecify.annotations.Nullable;

/** An attribute as GraphQL shows it. Words of the schema's enums are texts here. */
@Name("CustomerAttributeMetadata")
public record MetadataNode(
        @Id String code,
        @Name("default_value") @Nullable String defaultValue,
        @Name("entity_type") String entityType,
        @Name("frontend_class") @Nullable String frontendClass,
        @Name("frontend_input") String frontendInput,
        @Name("input_filter") String inputFilter,
        @Name("is_required") boolean isRequired,
        @Name("is_unique") boolean isUnique,
        String label,
        @Name("multiline_count") Integer multilineCount,
        List<OptionNode> options,
        @Name("sort_order") Integer sortOrder,
        @Name("validate_rules") List<RuleNode> validateRules) {

    /** A value to choose. */
    @Name("AttributeOptionMetadata")
    public record OptionNode(@Name("is_default") boolean isDefault, String label, String value) {}

    /** A rule values obey. */
    @Name("ValidationRule")
    public record RuleNode(String name, String value) {}

    static MetadataNode of(AttributeMetadata metadata) {
        Attribute attribute = metadata.attribute();
        return new MetadataNode(
                attribute.code(),
                attribute.defaultValue(),
                attribute.owner().name(),
                metadata.required() ? "required-entry" : null,
                attribute.input().name(),
                attribute.filter().name(),
                metadata.required(),
                false,
                metadata.label(),
                metadata.lines(),
                metadata.options().stream()
                        // What stands for "nothing chosen" is not to be chosen here.
                        .filter(option -> !option.value().isEmpty())
                        .map(option -> new OptionNode(option.isDefault(), option.label(), option.value()))
                        .toList(),
                attribute.sortOrder(),
                attribute.rules().entrySet().stream()
                        .map(rule -> new RuleNode(rule.getKey().toUpperCase(Locale.ROOT), rule.getValue()))
                        .toList());
    }

    static List<MetadataNode> of(List<AttributeMetadata> all) {
        return all.stream().map(MetadataNode::of).toList();
    }
}
