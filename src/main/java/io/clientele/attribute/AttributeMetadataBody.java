package io.clientele.attribute;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An attribute as the contract's metadata routes show it; what we do not keep is empty. */
@Schema(name = "customer-data-attribute-metadata-interface")
public record AttributeMetadataBody(
        String frontendInput,
        String inputFilter,
        String storeLabel,
        List<RuleBody> validationRules,
        int multilineCount,
        boolean visible,
        boolean required,
        String dataModel,
        List<OptionBody> options,
        String frontendClass,
        boolean userDefined,
        int sortOrder,
        String frontendLabel,
        String note,
        boolean system,
        String backendType,
        boolean isUsedInGrid,
        boolean isVisibleInGrid,
        boolean isFilterableInGrid,
        boolean isSearchableInGrid,
        String attributeCode) {

    /** A rule values obey. */
    @Schema(name = "customer-data-validation-rule-interface")
    public record RuleBody(String name, String value) {}

    /** A value to choose. */
    @Schema(name = "customer-data-option-interface")
    public record OptionBody(String label, String value) {}

    static List<AttributeMetadataBody> of(List<AttributeMetadata> all) {
        return all.stream().map(AttributeMetadataBody::of).toList();
    }

    static AttributeMetadataBody of(AttributeMetadata metadata) {
        Attribute attribute = metadata.attribute();
        GridUse grid = attribute.grid();
        return new AttributeMetadataBody(
                attribute.input().code(),
                attribute.filter().code(),
                metadata.label(),
                attribute.rules().entrySet().stream()
                        .map(rule -> new RuleBody(rule.getKey(), rule.getValue()))
                        .toList(),
                metadata.lines(),
                metadata.visible(),
                metadata.required(),
                "",
                metadata.options().stream()
                        .map(option -> new OptionBody(option.label(), option.value()))
                        .toList(),
                metadata.required() ? "required-entry" : "",
                attribute.userDefined(),
                attribute.sortOrder(),
                attribute.label().fallback(),
                "",
                attribute.system(),
                attribute.backendType(),
                grid.column(),
                grid.shown(),
                grid.filter(),
                grid.search(),
                attribute.code());
    }
}
