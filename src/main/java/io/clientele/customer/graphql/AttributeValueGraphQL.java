package io.clientele.customer.graphql;

import io.clientele.attribute.Attribute;
import io.clientele.customer.graphql.AttributeNodes.OlderNode;
import io.clientele.customer.graphql.AttributeNodes.ValueNode;
import io.clientele.store.StoreScope;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Predicate;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** The values of custom attributes. */
@GraphQLApi
public class AttributeValueGraphQL {

    private final StoreScope store;

    @Inject
    AttributeValueGraphQL(StoreScope store) {
        this.store = store;
    }

    @Name("custom_attributes")
    public List<List<ValueNode>> ofCustomers(
            @Source List<CustomerNode> customers, @Nullable List<String> attributeCodes) {
        Predicate<Attribute> wanted = wanted(attributeCodes);
        return customers.stream()
                .map(node -> AttributeNodes.of(node.customer().attributes(), wanted, store.storeId()))
                .toList();
    }

    @Name("custom_attributesV2")
    public List<List<ValueNode>> ofAddresses(
            @Source List<AddressNode> addresses, @Nullable List<String> attributeCodes) {
        Predicate<Attribute> wanted = wanted(attributeCodes);
        return addresses.stream()
                .map(node -> AttributeNodes.of(node.address().attributes(), wanted, store.storeId()))
                .toList();
    }

    /** The same in the form of older clients. */
    @Name("custom_attributes")
    public List<List<OlderNode>> olderOfAddresses(@Source List<AddressNode> addresses) {
        Predicate<Attribute> wanted = wanted(null);
        return addresses.stream()
                .map(node -> AttributeNodes.older(node.address().attributes(), wanted))
                .toList();
    }

    private static Predicate<Attribute> wanted(@Nullable List<String> codes) {
        return attribute -> codes == null || codes.contains(attribute.code());
    }
}
