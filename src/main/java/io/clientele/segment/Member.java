package io.clientele.segment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A customer in a segment. Phone, postcode, country and state are those of the default billing address.
 *
 * @param group the code of the customer's group
 */
public record Member(
        long id,
        String name,
        String email,
        int groupId,
        String group,
        @Nullable String phone,
        @Nullable String postcode,
        @Nullable String countryId,
        @Nullable String region,
        Instant customerSince,
        int websiteId,
        Instant enteredAt) {}
