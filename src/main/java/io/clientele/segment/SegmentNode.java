package io.clientele.segment;

import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;

/** A segment as shoppers see it. */
@Name("CustomerSegmentStorefront")
public record SegmentNode(@Id @NonNull String uid) {

    static SegmentNode of(long id) {
        return new SegmentNode(SegmentUid.of(id));
    }
}
