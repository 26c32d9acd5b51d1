package io.clientele.pricing;

import java.util.Collection;
import java.util.Set;

/** Knows which segments there are; implemented where segments are. */
public interface KnownSegments {

    /** Those of the ids that are segments; nobody deletes them before the transaction ends. */
    Set<Long> existing(Collection<Long> ids);
}
