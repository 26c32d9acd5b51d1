package io.clientele.group;

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

/** Customer groups for administrators and integrations. */
@GraphQLApi
public class AdminGroupGraphQL {

    private final GroupService groups;
    private final ExpectedVersion expected;

    @Inject
    AdminGroupGraphQL(GroupService groups, ExpectedVersion expected) {
        this.groups = groups;
        this.expected = expected;
    }

    @Query
    @Acl(GroupService.MANAGE)
    public @NonNull AdminGroupsNode adminCustomerGroups(
            @Nullable List<ListInputs.Condition> filter,
            @Nullable List<ListInputs.Sort> sort,
            @DefaultValue("20") int pageSize,
            @DefaultValue("1") int currentPage) {
        return AdminGroupsNode.of(groups.search(ListInputs.criteria(filter, sort, pageSize, currentPage)));
    }

    /** What a mutation may name to change the group only as it is here. */
    public List<@NonNull String> version(@Source List<AdminGroupNode> groups) {
        return groups.stream().map(node -> Version.of(node.group())).toList();
    }

    @Mutation
    @Idempotent
    @Acl(GroupService.MANAGE)
    public @NonNull AdminGroupNode adminCreateCustomerGroup(@NonNull AdminGroupInput input) {
        return AdminGroupNode.of(groups.save(input.draft(null)));
    }

    /** Changes what is supplied; a group keeps its code when none is. */
    @Mutation
    @Acl(GroupService.MANAGE)
    public @NonNull AdminGroupNode adminUpdateCustomerGroup(
            int id, @NonNull AdminGroupInput input, @Nullable String version) {
        expected.demandIfGiven(version);
        return AdminGroupNode.of(groups.change(input.draft(id)));
    }

    @Mutation
    @Acl(GroupService.MANAGE)
    public @NonNull Boolean adminDeleteCustomerGroup(int id, @Nullable String version) {
        expected.demandIfGiven(version);
        groups.delete(id);
        return true;
    }
}
