package io.clientele.merge;

import io.clientele.customer.admin.AdminCustomerInputs;
import io.clientele.merge.AdminMergeNodes.MergeInput;
import io.clientele.merge.AdminMergeNodes.MergeNode;
import io.clientele.merge.AdminMergeNodes.PreviewNode;
import io.clientele.merge.AdminMergeNodes.UndoneNode;
import io.clientele.shared.Acl;
import io.clientele.shared.idempotency.Idempotent;
import jakarta.inject.Inject;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

/** Merging two customers, for administrators and integrations over GraphQL. */
@GraphQLApi
public class AdminMergeGraphQL {

    private final MergeService merges;
    private final UndoService undoing;

    @Inject
    AdminMergeGraphQL(MergeService merges, UndoService undoing) {
        this.merges = merges;
        this.undoing = undoing;
    }

    /** What merging would come to; nothing is written. */
    @Query
    @Acl(MergeService.RESOURCE)
    public @NonNull PreviewNode adminCustomerMergePreview(@NonNull MergeInput input) {
        return PreviewNode.of(merges.preview(input.request(null)));
    }

    /**
     * Merges one customer into another.
     *
     * @param version that of a preview: if the merge would come to anything else by now, it is refused
     */
    @Mutation
    @Idempotent
    @Acl(MergeService.RESOURCE)
    public @NonNull MergeNode adminMergeCustomers(@NonNull MergeInput input, @Nullable String version) {
        return MergeNode.of(merges.merge(input.request(version)).merge());
    }

    /** Undoes a merge, and says what could not be given back. */
    @Mutation
    @Acl(MergeService.RESOURCE)
    public @NonNull UndoneNode adminUndoCustomerMerge(@Id @NonNull String id) {
        return UndoneNode.of(undoing.undo(AdminCustomerInputs.number("id", id)));
    }
}
