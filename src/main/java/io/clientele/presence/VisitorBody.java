package io.clientele.presence;

import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A visitor as REST shows it.
 *
 * @param segments the ids of the segments the visitor is in
 */
@Schema(name = "visitor-context")
public record VisitorBody(long visitorId, int websiteId, int groupId, int taxClassId, List<Long> segments) {

    static VisitorBody of(Visitor visitor, Set<Long> segments) {
        return new VisitorBody(
                visitor.id(),
                visitor.websiteId(),
                visitor.groupId(),
                visitor.taxClassId(),
                segments.stream().sorted().toList());
    }
}
