package io.clientele.attribute.graphql;

import io.clientele.attribute.AttributeService;
import io.clientele.attribute.graphql.AdminAttributeInput.Owner;
import io.clientele.shared.Acl;
import io.clientele.shared.ExpectedVersion;
import io.clientele.shared.Version;
import io.clientele.shared.graphql.ListInputs;
import io.clientele.shared.idempotency.Idempotent;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** The definitions of custom attributes for administrators and integrations. */
@GraphQLApi
public class AdminAttributeGraphQL {

    private final AttributeService attributes;
    private final ExpectedVersion expected;

    @Inject
    AdminAttributeGraphQL(AttributeService attributes, ExpectedVersion expected) {
        this.attributes = attributes;
        this.expected = expected;
    }

    @Query
    @Acl(AttributeService.MANAGE)
    public @NonNull AdminAttributesNode adminCustomerAttributes(
            @NonNull Owner entity,
            @Nullable List<ListInputs.Condition> filter,
            @Nullable List<ListInputs.Sort> sort,
            @DefaultValue("20") int pageSize,
            @DefaultValue("1") int currentPage) {
        return AdminAttributesNode.of(
                attributes.search(entity.owner(), ListInputs.criteria(filter, sort, pageSize, currentPage)));
    }

    /** What a mutation may name to change the attribute only as it is here. */
    public List<@NonNull String> version(@Source List<AdminAttributeNode> nodes) {
        return nodes.stream().map(node -> Version.of(node.attribute())).toList();
    }

    @Mutation
    @Idempotent
    @Acl(AttributeService.MANAGE)
    public @NonNull AdminAttributeNode adminCreateCustomerAttribute(
            @NonNull Owner entity, @NonNull AdminAttributeInput input) {
        return AdminAttributeNode.of(attributes.create(entity.owner(), input.draft()));
    }

    @Mutation
    @Acl(AttributeService.MANAGE)
    public @NonNull AdminAttributeNode adminUpdateCustomerAttribute(
            @NonNull Owner entity, @NonNull String code, @NonNull AdminAttributeInput input, @Nullable String version) {
        expected.demandIfGiven(version);
        return AdminAttributeNode.of(attributes.change(entity.owner(), code, input.draft()));
    }

    @Mutation
    @Acl(AttributeService.MANAGE)
    public @NonNull Boolean adminDeleteCustomerAttribute(
            @NonNull Owner entity, @NonNull String code, @Nullable String version) {
        expected.demandIfGiven(version);
        attributes.delete(entity.owner(), code);
        return true;
    }
}
