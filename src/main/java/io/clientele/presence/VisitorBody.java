package io.clientele.presence;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A visitor as REST shows it. */
@Schema(name = "visitor-context")
public record VisitorBody(long visitorId, int websiteId, int groupId, int taxClassId) {

    static VisitorBody of(Visitor visitor) {
        return new VisitorBody(visitor.id(), visitor.websiteId(), visitor.groupId(), visitor.taxClassId());
    }
}
