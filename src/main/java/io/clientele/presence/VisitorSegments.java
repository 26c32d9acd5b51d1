package io.clientele.presence;

import java.util.Set;

/** Knows which segments visitors are in; implemented where segments are. */
public interface VisitorSegments {

    /** The ids of the segments of the website that the visitor is in. */
    Set<Long> ofVisitor(long visitorId, int websiteId);
}
