package io.clientele.customer;

import io.clientele.address.AddressDraft;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A customer as somebody sends it. Null means "not supplied": the default on creating, what was there on changing. Empty
 * text clears.
 *
 * @param dob {@code YYYY-MM-DD}
 * @param createdAt a moment in UTC, {@code YYYY-MM-DD HH:MM:SS}; taken on creating only
 * @param defaultBilling the id of an address of the book; 0 for none
 * @param defaultShipping the id of an address of the book; 0 for none
 * @param addresses the whole new address book; null leaves it alone
 * @param extensions what is meant for other features, by the names they gave it
 */
public record CustomerDraft(
        @Nullable Integer websiteId,
        @Nullable Integer storeId,
        @Nullable Integer groupId,
        @Nullable String email,
        @Nullable String firstname,
        @Nullable String lastname,
        @Nullable String middlename,
        @Nullable String prefix,
        @Nullable String suffix,
        @Nullable String dob,
        @Nullable Integer gender,
        @Nullable String taxvat,
        @Nullable String confirmation,
        @Nullable String createdAt,
        @Nullable Boolean disableAutoGroupChange,
        @Nullable String externalId,
        @Nullable Long defaultBilling,
        @Nullable Long defaultShipping,
        @Nullable List<AddressDraft> addresses,
        Map<String, Object> extensions) {

    /** Supplies an e-mail address and nothing else. */
    static CustomerDraft ofEmail(String email) {
        return new CustomerDraft(
                null, null, null, email, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null, null, Map.of());
    }

    /** The same without what a customer may not say of itself. */
    CustomerDraft ofSelf() {
        return new CustomerDraft(
                null,
                null,
                null,
                email,
                firstname,
                lastname,
                middlename,
                prefix,
                suffix,
                dob,
                gender,
                taxvat,
                null,
                null,
                null,
                null,
                defaultBilling,
                defaultShipping,
                addresses == null
                        ? null
                        : addresses.stream().map(AddressDraft::ofSelf).toList(),
                extensions);
    }

    CustomerDraft with(List<AddressDraft> book) {
        return with(book, externalId);
    }

    CustomerDraft withExternalId(String key) {
        return with(addresses, key);
    }

    private CustomerDraft with(@Nullable List<AddressDraft> book, @Nullable String key) {
        return new CustomerDraft(
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
                createdAt,
                disableAutoGroupChange,
                key,
                defaultBilling,
                defaultShipping,
                book,
                extensions);
    }
}
