package io.clientele.attribute.graphql;

import io.clientele.attribute.AttributeMetadata;
import io.clientele.attribute.AttributeMetadataService;
import io.clientele.attribute.AttributeOwner;
import io.clientele.attribute.graphql.MetadataInputs.AttributeKey;
import io.clientele.attribute.graphql.MetadataInputs.Flags;
import io.clientele.attribute.graphql.OlderAttributeNodes.AttributeNode;
import io.clientele.attribute.graphql.OlderAttributeNodes.ItemsNode;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

/** What attributes customers and addresses have, as shoppers of a store view see them. */
@GraphQLApi
public class AttributeGraphQL {

    /** Owners the contract knows and that have no attributes here. */
    private static final Set<String> OTHER_OWNERS = Set.of("catalog_product", "catalog_category", "rma_item");

    private final AttributeMetadataService metadata;

    @Inject
    AttributeGraphQL(AttributeMetadataService metadata) {
        this.metadata = metadata;
    }

    /** The attributes of a form. */
    @Query
    public FormOutput attributesForm(String formCode) {
        return metadata.shoppersForm(formCode).map(FormOutput::of).orElseGet(() -> FormOutput.unknown(formCode));
    }

    /** The attributes the merchant defined. */
    @Query
    public MetadataOutput attributesList(String entityType, @Nullable Flags filters) {
        Optional<AttributeOwner> owner = owner(entityType);
        Flags flags = filters == null ? new Flags() : filters;
        List<MetadataErrorNode> errors = owner.map(found -> flags.ofProducts().stream()
                        .map(name -> MetadataErrorNode.filter(name, found.code()))
                        .toList())
                .orElse(List.of());
        Boolean forSegments = flags.isUsedForCustomerSegment;
        List<MetadataNode> items = errors.isEmpty()
                ? owner.map(metadata::shoppersOwn).orElse(List.of()).stream()
                        .filter(each -> forSegments == null || each.attribute().usedForSegments() == forSegments)
                        .map(MetadataNode::of)
                        .toList()
                : List.of();
        return new MetadataOutput(items, errors);
    }

    /** Attributes by their codes. */
    @Query
    public MetadataOutput customAttributeMetadataV2(@Nullable List<AttributeKey> attributes) {
        List<MetadataNode> items = new ArrayList<>();
        List<MetadataErrorNode> errors = new ArrayList<>();
        given(attributes).forEach(key -> {
            Optional<AttributeMetadata> found = find(key);
            found.map(MetadataNode::of).ifPresentOrElse(items::add, () -> errors.add(missing(key)));
        });
        return new MetadataOutput(items, errors);
    }

    /** The same in the form of older clients; what is not there is left out. */
    @Query
    public ItemsNode customAttributeMetadata(List<AttributeKey> attributes) {
        return new ItemsNode(given(attributes)
                .flatMap(key -> find(key).map(AttributeNode::of).stream())
                .toList());
    }

    private static Stream<AttributeKey> given(@Nullable List<AttributeKey> keys) {
        return keys == null ? Stream.of() : keys.stream();
    }

    private Optional<AttributeMetadata> find(AttributeKey key) {
        return owner(key.owner()).flatMap(owner -> metadata.shoppers(owner, key.code()));
    }

    private static MetadataErrorNode missing(AttributeKey key) {
        if (key.owner().isEmpty()) {
            return MetadataErrorNode.missing("entity_type");
        }
        if (owner(key.owner()).isEmpty() && !OTHER_OWNERS.contains(key.owner().toLowerCase(Locale.ROOT))) {
            return MetadataErrorNode.entity(key.owner());
        }
        return key.code().isEmpty()
                ? MetadataErrorNode.missing("attribute_code")
                : MetadataErrorNode.attribute(key.code());
    }

    private static Optional<AttributeOwner> owner(String name) {
        return Stream.of(AttributeOwner.values())
                .filter(owner -> owner.code().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
