package io.clientele.sample;

import io.clientele.address.AddressDraft;
import io.clientele.customer.CustomerDraft;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody of the sample shop.
 *
 * @param number from 1; names the person for good
 * @param dob {@code YYYY-MM-DD}
 * @param createdAt {@code YYYY-MM-DD HH:MM:SS}
 */
record SamplePerson(
        int number,
        int websiteId,
        int storeId,
        int groupId,
        String email,
        String firstname,
        String lastname,
        @Nullable String prefix,
        String dob,
        int gender,
        String createdAt,
        List<AddressDraft> addresses) {

    private static final String KEY = "sample-";

    /** Matches the external ids of the shop's people, as SQL's {@code like}. */
    static final String KEYS = KEY + "%";

    String externalId() {
        return externalId(number);
    }

    static String externalId(int number) {
        return KEY + number;
    }

    CustomerDraft draft() {
        return new CustomerDraft(
                new CustomerDraft.Placement(websiteId, storeId, groupId, null, createdAt, null, externalId()),
                new CustomerDraft.Person(email, firstname, lastname, null, prefix, null, dob, gender, null),
                CustomerDraft.Book.of(addresses));
    }
}
