package io.clientele.customer;

import io.clientele.address.Address;
import io.clientele.attribute.AttributeSet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An account and its address book.
 *
 * @param websiteId the website it was made in
 * @param storeId the store view it was made in
 * @param gender 1 male, 2 female, 3 not specified; 0 and null say nothing
 * @param confirmation the key that confirms the account, {@link Confirmation#MAILED} for one that was mailed, or null
 *     when there is nothing to confirm
 * @param createdIn the name of the store view it was made in
 * @param externalId the caller's own key, unique in the website
 * @param attributes what the merchant's own attributes say
 * @param lockedUntil until when wrong passwords have locked the account, or null
 * @param active whether the account has not been deactivated
 * @param emailVerifiedAt when its owner proved to read the mail of the address it has, or null
 * @param addresses in the order they were made
 * @param extensions what other features keep for the customer, by the names they gave it
 */
public record Customer(
        long id,
        int websiteId,
        int storeId,
        int groupId,
        String email,
        String firstname,
        String lastname,
        @Nullable String middlename,
        @Nullable String prefix,
        @Nullable String suffix,
        @Nullable LocalDate dob,
        @Nullable Integer gender,
        @Nullable String taxvat,
        @Nullable String confirmation,
        String createdIn,
        boolean disableAutoGroupChange,
        @Nullable String externalId,
        AttributeSet attributes,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant lockedUntil,
        boolean active,
        @Nullable Instant emailVerifiedAt,
        List<Address> addresses,
        Map<String, Object> extensions) {

    /** The default billing address, or null. */
    public @Nullable Address defaultBillingAddress() {
        return addresses.stream().filter(Address::defaultBilling).findFirst().orElse(null);
    }

    /** The default shipping address, or null. */
    public @Nullable Address defaultShippingAddress() {
        return addresses.stream().filter(Address::defaultShipping).findFirst().orElse(null);
    }

    /** The id of the default billing address, or null. */
    public @Nullable Long defaultBilling() {
        Address address = defaultBillingAddress();
        return address == null ? null : address.id();
    }

    /** The id of the default shipping address, or null. */
    public @Nullable Long defaultShipping() {
        Address address = defaultShippingAddress();
        return address == null ? null : address.id();
    }

    /** Whether wrong passwords have locked the account. */
    public boolean isLocked(Instant now) {
        return lockedUntil != null && lockedUntil.isAfter(now);
    }

    Customer with(List<Address> book) {
        return new Customer(
                id,
                websiteId,
                storeId,
                groupId,
                email,
                firstname,
                lastname,
                middlename,
                prefix,
                suffix,
                dob,
                gender,
                taxvat,
                confirmation,
                createdIn,
                disableAutoGroupChange,
                externalId,
                attributes,
                createdAt,
                updatedAt,
                lockedUntil,
                active,
                emailVerifiedAt,
                book,
                extensions);
    }
}
