package io.clientele.attribute.graphql;

import java.util.List;
import org.eclipse.microprofile.graphql.Name;

/** Attributes, and what of the question had no answer. */
@Name("AttributesMetadataOutput")
public record MetadataOutput(List<MetadataNode> items, List<MetadataErrorNode> errors) {}
