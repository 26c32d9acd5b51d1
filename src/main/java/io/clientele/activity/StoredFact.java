package io.clientele.activity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A fact that is there already, as far as a report can meet it.
 *
 * @param customerId whose it is
 */
record StoredFact(long id, String externalId, @Nullable Long customerId, Instant changedAt) {}
