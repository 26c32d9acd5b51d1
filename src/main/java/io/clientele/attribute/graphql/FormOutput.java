package io.clientele.attribute.graphql;

import io.clientele.attribute.AttributeMetadata;
import java.util.List;
import org.eclipse.microprofile.graphql.Name;

/** The attributes of a form. */
@Name("AttributesFormOutput")
public record FormOutput(List<MetadataNode> items, List<MetadataErrorNode> errors) {

    static FormOutput of(List<AttributeMetadata> found) {
        return new FormOutput(MetadataNode.of(found), List.of());
    }

    static FormOutput unknown(String form) {
        return new FormOutput(List.of(), List.of(MetadataErrorNode.form(form)));
    }
}
