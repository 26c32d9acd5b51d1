package io.clientele.customer.admin;

import io.clientele.address.AddressDraft;
import io.clientele.customer.CustomerDraft;
import io.clientele.customer.graphql.AddressInput;
import io.clientele.customer.graphql.AttributeInputs;
import io.clientele.shared.Refusals;
import jakarta.json.bind.annotation.JsonbProperty;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** Customers and addresses as administrators send them over GraphQL. */
public final class AdminCustomerInputs {

    private AdminCustomerInputs() {}

    /** A customer; what is left out stays as it is, or gets the default of a new account. */
    @Name("AdminCustomerInput")
    public static class CustomerInput {
        @JsonbProperty("website_id")
        public @Nullable Integer websiteId;

        @JsonbProperty("store_id")
        public @Nullable Integer storeId;

        @JsonbProperty("group_id")
        public @Nullable Integer groupId;

        public @Nullable String email;
        public @Nullable String firstname;
        public @Nullable String lastname;
        public @Nullable String middlename;
        public @Nullable String prefix;
        public @Nullable String suffix;

        @JsonbProperty("date_of_birth")
        public @Nullable String dateOfBirth;

        public @Nullable Integer gender;
        public @Nullable String taxvat;
        public @Nullable String confirmation;

        @JsonbProperty("created_at")
        public @Nullable String createdAt;

        @JsonbProperty("disable_auto_group_change")
        public @Nullable Boolean disableAutoGroupChange;

        @JsonbProperty("external_id")
        public @Nullable String externalId;

        @JsonbProperty("is_subscribed")
        public @Nullable Boolean isSubscribed;

        @JsonbProperty("allow_remote_shopping_assistance")
        public @Nullable Boolean allowRemoteShoppingAssistance;

        @JsonbProperty("custom_attributes")
        public @Nullable List<AttributeInputs.@Nullable AttributeValue> customAttributes;

        public @Nullable List<@NonNull BookEntry> addresses;

        CustomerDraft draft() {
            Map<String, Object> extensions = new HashMap<>();
            if (isSubscribed != null) {
                extensions.put("is_subscribed", isSubscribed);
            }
            if (allowRemoteShoppingAssistance != null) {
                extensions.put("assistance_allowed", allowRemoteShoppingAssistance ? 2 : 1);
            }
            return new CustomerDraft(
                    new CustomerDraft.Placement(
                            websiteId, storeId, groupId, confirmation, createdAt, disableAutoGroupChange, externalId),
                    new CustomerDraft.Person(
                            email, firstname, lastname, middlename, prefix, suffix, dateOfBirth, gender, taxvat),
                    addresses == null
                            ? CustomerDraft.Book.UNCHANGED
                            : CustomerDraft.Book.of(
                                    addresses.stream().map(BookEntry::entry).toList()),
                    extensions,
                    AttributeInputs.byCode(customAttributes));
        }
    }

    /** An address as part of a whole book, or alone; with an id it is the one to change. */
    @Name("AdminCustomerAddressInput")
    public static class BookEntry extends AddressInput {
        @Id
        public @Nullable String id;

        @JsonbProperty("external_id")
        public @Nullable String externalId;

        AddressDraft entry() {
            return draft().named(id == null ? null : number("id", id), externalId);
        }
    }

    /**
     * The number of an id.
     *
     * @throws io.clientele.shared.Refusal when it is none
     */
    public static long number(String field, String id) {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException e) {
            throw Refusals.invalidValue(field, id);
        }
    }
}
