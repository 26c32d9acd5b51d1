package io.clientele.attribute.graphql;

import org.eclipse.microprofile.graphql.Name;

/** What could not be found: the contract tells it in the answer, not as an error of the request. */
@Name("AttributeMetadataError")
public record MetadataErrorNode(String message, String type) {

    static MetadataErrorNode form(String code) {
        return new MetadataErrorNode("Form \"" + code + "\" could not be found.", "ENTITY_NOT_FOUND");
    }

    static MetadataErrorNode entity(String code) {
        return new MetadataErrorNode("Entity \"" + code + "\" could not be found.", "ENTITY_NOT_FOUND");
    }

    static MetadataErrorNode attribute(String code) {
        return new MetadataErrorNode("Attribute code \"" + code + "\" could not be found.", "ATTRIBUTE_NOT_FOUND");
    }

    static MetadataErrorNode filter(String name, String entity) {
        return new MetadataErrorNode(
                "Cannot filter by \"" + name + "\" as that field does not belong to \"" + entity + "\".",
                "FILTER_NOT_FOUND");
    }

    static MetadataErrorNode missing(String part) {
        return new MetadataErrorNode("Missing " + part + " for the input.", "UNDEFINED");
    }
}
