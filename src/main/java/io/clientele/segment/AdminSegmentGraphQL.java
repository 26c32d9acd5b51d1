package io.clientele.segment;

import io.clientele.shared.Acl;
import io.clientele.shared.ExpectedVersion;
import io.clientele.shared.Version;
import io.clientele.shared.graphql.ListInputs;
import io.clientele.shared.idempotency.Idempotent;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** Segments for administrators and integrations. */
@GraphQLApi
public class AdminSegmentGraphQL {

    private final SegmentService segments;
    private final ExpectedVersion expected;

    @Inject
    AdminSegmentGraphQL(SegmentService segments, ExpectedVersion expected) {
        this.segments = segments;
        this.expected = expected;
    }

    @Query
    @Acl(SegmentService.RESOURCE)
    public @NonNull AdminSegmentsNode adminCustomerSegments(
            @Nullable List<ListInputs.Condition> filter,
            @Nullable List<ListInputs.Sort> sort,
            @DefaultValue("20") int pageSize,
            @DefaultValue("1") int currentPage) {
        return AdminSegmentsNode.of(segments.search(ListInputs.criteria(filter, sort, pageSize, currentPage)));
    }

    @Query
    @Acl(SegmentService.RESOURCE)
    public AdminSegmentNode adminCustomerSegment(@Id @NonNull String id) {
        return AdminSegmentNode.of(segments.segment(AdminSegmentInput.number("id", id)));
    }

    /** What a mutation may name to change the segment only as it is here. */
    public List<@NonNull String> version(@Source List<AdminSegmentNode> segments) {
        return segments.stream().map(node -> Version.of(node.segment())).toList();
    }

    @Mutation
    @Idempotent
    @Acl(SegmentService.RESOURCE)
    public @NonNull AdminSegmentNode adminCreateCustomerSegment(@NonNull AdminSegmentInput input) {
        return AdminSegmentNode.of(segments.create(input.draft()));
    }

    /** Changes what is supplied; with force, switching it off switches off the segments that name it. */
    @Mutation
    @Acl(SegmentService.RESOURCE)
    public @NonNull AdminSegmentNode adminUpdateCustomerSegment(
            @Id @NonNull String id,
            @NonNull AdminSegmentInput input,
            @DefaultValue("false") boolean force,
            @Nullable String version) {
        expected.demandIfGiven(version);
        return AdminSegmentNode.of(segments.change(AdminSegmentInput.number("id", id), input.draft(), force));
    }

    /** With force, what uses the segment is switched off. */
    @Mutation
    @Acl(SegmentService.RESOURCE)
    public @NonNull Boolean adminDeleteCustomerSegment(
            @Id @NonNull String id, @DefaultValue("false") boolean force, @Nullable String version) {
        expected.demandIfGiven(version);
        segments.delete(AdminSegmentInput.number("id", id), force);
        return true;
    }

    /** Has all customers judged anew in the background. Returns the id of the job. */
    @Mutation
    @Acl(SegmentService.RESOURCE)
    public @Id @NonNull String adminRefreshCustomerSegment(@Id @NonNull String id) {
        return Long.toString(segments.refresh(AdminSegmentInput.number("id", id)));
    }
}
