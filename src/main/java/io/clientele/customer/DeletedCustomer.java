package io.clientele.customer;

import io.clientele.shared.person.Person;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An account that was deleted and whose owner was not erased.
 *
 * @param address whose it was, known by the address
 * @param createdAt when it was made; null for one that had been merged into one that was deleted
 */
public record DeletedCustomer(
        long id, Person address, int websiteId, @Nullable Instant createdAt) {}
