package io.clientele.customer;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.address.AddressDraft;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A customer as somebody sends it. Null means "not supplied": the default on creating, what was there on changing. Empty
 * text clears.
 *
 * @param placement what the shop says of the account
 * @param person what people say of themselves
 * @param book the address book and its defaults
 * @param extensions what is meant for other features, by the names they gave it
 * @param attributes values of the merchant's own attributes, by code
 */
public record CustomerDraft(
        Placement placement,
        Person person,
        Book book,
        Map<String, Object> extensions,
        Map<String, JsonNode> attributes) {

    /** Says nothing for other features, nor for the merchant's attributes. */
    public CustomerDraft(Placement placement, Person person, Book book) {
        this(placement, person, book, Map.of(), Map.of());
    }

    /**
     * Where and as what the shop keeps the account. Customers say nothing of it themselves.
     *
     * @param createdAt a moment in UTC, {@code YYYY-MM-DD HH:MM:SS}; taken on creating only
     */
    public record Placement(
            @Nullable Integer websiteId,
            @Nullable Integer storeId,
            @Nullable Integer groupId,
            @Nullable String confirmation,
            @Nullable String createdAt,
            @Nullable Boolean disableAutoGroupChange,
            @Nullable String externalId) {

        /** Says nothing. */
        public static final Placement NONE = new Placement(null, null, null, null, null, null, null);

        /** Says by what key others know the account, and nothing else. */
        public static Placement ofKey(String externalId) {
            return NONE.withKey(externalId);
        }

        private Placement withKey(String key) {
            return new Placement(websiteId, storeId, groupId, confirmation, createdAt, disableAutoGroupChange, key);
        }
    }

    /**
     * The person.
     *
     * @param dob {@code YYYY-MM-DD}
     * @param gender 1 male, 2 female, 3 not specified; 0 says nothing
     */
    public record Person(
            @Nullable String email,
            @Nullable String firstname,
            @Nullable String lastname,
            @Nullable String middlename,
            @Nullable String prefix,
            @Nullable String suffix,
            @Nullable String dob,
            @Nullable Integer gender,
            @Nullable String taxvat) {

        /** Says nothing. */
        public static final Person NONE = new Person(null, null, null, null, null, null, null, null, null);
    }

    /**
     * The address book.
     *
     * @param defaultBilling the id of an address of the book; 0 for none
     * @param defaultShipping the id of an address of the book; 0 for none
     * @param addresses the whole new address book; null leaves it alone
     */
    public record Book(
            @Nullable Long defaultBilling,
            @Nullable Long defaultShipping,
            @Nullable List<AddressDraft> addresses) {

        /** Leaves the book as it is. */
        public static final Book UNCHANGED = new Book(null, null, null);

        /** Says what is in it; the entries say which are the defaults. */
        public static Book of(List<AddressDraft> addresses) {
            return new Book(null, null, addresses);
        }
    }

    /** Supplies an e-mail address and nothing else. */
    static CustomerDraft ofEmail(String email) {
        Person person = new Person(email, null, null, null, null, null, null, null, null);
        return new CustomerDraft(Placement.NONE, person, Book.UNCHANGED);
    }

    /** The same without what a customer may not say of itself. */
    CustomerDraft ofSelf() {
        List<AddressDraft> own = book.addresses() == null
                ? null
                : book.addresses().stream().map(AddressDraft::ofSelf).toList();
        return new CustomerDraft(
                Placement.NONE,
                person,
                new Book(book.defaultBilling(), book.defaultShipping(), own),
                extensions,
                attributes);
    }

    CustomerDraft with(List<AddressDraft> addresses) {
        Book other = new Book(book.defaultBilling(), book.defaultShipping(), addresses);
        return new CustomerDraft(placement, person, other, extensions, attributes);
    }

    CustomerDraft withExternalId(String key) {
        return new CustomerDraft(placement.withKey(key), person, book, extensions, attributes);
    }
}
