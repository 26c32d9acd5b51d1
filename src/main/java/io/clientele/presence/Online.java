package io.clientele.presence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is active now.
 *
 * @param type whether the id is a customer's or a visitor's; of a visitor nothing more is known
 * @param company of the customer's default billing address
 * @param lastUrl the page of the last activity, where it said which
 */
public record Online(
        Type type,
        long id,
        int websiteId,
        @Nullable String firstname,
        @Nullable String lastname,
        @Nullable String email,
        @Nullable String company,
        Instant lastActivity,
        @Nullable String lastUrl) {

    /** Customers have signed in or registered; visitors have not. */
    public enum Type {
        CUSTOMER,
        VISITOR
    }
}
