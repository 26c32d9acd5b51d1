package io.clientele.transfer;

import io.clientele.address.Address;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whom some rows are about.
 *
 * @param websiteId the website of the account, or of the one that is to be made
 * @param website its code as the file has it
 * @param email as the file has it
 * @param customerId null where there is no such customer
 * @param book the addresses there are, where addresses matter
 */
record Target(
        RowGroup group,
        int websiteId,
        String website,
        String email,
        @Nullable Long customerId,
        List<Address> book) {

    Target with(RowGroup rows) {
        return new Target(rows, websiteId, website, email, customerId, book);
    }
}
