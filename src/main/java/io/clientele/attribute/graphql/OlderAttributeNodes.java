package io.clientele.attribute.graphql;

import io.clientele.attribute.Attribute;
import io.clientele.attribute.AttributeMetadata;
import io.clientele.attribute.InputType;
import java.util.List;
import org.eclipse.microprofile.graphql.Name;
import org.jspecify.annotations.Nullable;

/** Attributes in the form of older clients. */
public final class OlderAttributeNodes {

    private OlderAttributeNodes() {}

    /** Attributes that were asked for. */
    @Name("CustomAttributeMetadata")
    public record ItemsNode(List<AttributeNode> items) {}

    /** An attribute. */
    @Name("Attribute")
    public record AttributeNode(
            @Name("attribute_code") String attributeCode,
            @Name("attribute_options") List<OptionNode> attributeOptions,
            @Name("attribute_type") String attributeType,
            @Name("entity_type") String entityType,
            @Name("input_type") String inputType) {

        static AttributeNode of(AttributeMetadata metadata) {
            Attribute attribute = metadata.attribute();
            InputType input = attribute.input();
            return new AttributeNode(
                    attribute.code(),
                    metadata.options().stream()
                            .map(option -> new OptionNode(option.label(), option.value()))
                            .toList(),
                    input == InputType.SELECT || input == InputType.BOOLEAN ? "Int" : "String",
                    attribute.owner().code(),
                    input.code());
        }
    }

    /** A value to choose. */
    @Name("AttributeOption")
    public record OptionNode(
            @Nullable String label, @Nullable String value) {}
}
