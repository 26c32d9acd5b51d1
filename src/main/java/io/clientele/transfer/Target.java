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
 * @param renamed whether the account was found by the key others know it by and has another e-mail address
 * @param taken whether that e-mail address is another account's
 * @param survivorId the account that has taken over the one with the key, which is there no more; null otherwise
 * @param book the addresses there are, where addresses matter
 */
record Target(
        RowGroup group,
        int websiteId,
        String website,
        String email,
        @Nullable Long customerId,
        boolean renamed,
        boolean taken,
        @Nullable Long survivorId,
        List<Address> book) {

    Target with(RowGroup rows) {
        return new Target(rows, websiteId, website, email, customerId, renamed, taken, survivorId, book);
    }
}
