package io.clientele.customer.graphql;

import io.clientele.customer.CustomerDraft;
import io.clientele.customer.CustomerRefusals;
import io.clientele.customer.graphql.AttributeInputs.AttributeValue;
import jakarta.json.bind.annotation.JsonbProperty;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.graphql.Name;
import org.jspecify.annotations.Nullable;

/** A customer as GraphQL takes it, in its three published forms. */
public final class CustomerInputs {

    private CustomerInputs() {}

    /** What all three forms have. */
    public abstract static class Person {
        @JsonbProperty("date_of_birth")
        public @Nullable String dateOfBirth;

        public @Nullable String dob;
        public @Nullable String firstname;
        public @Nullable Integer gender;

        @JsonbProperty("is_subscribed")
        public @Nullable Boolean isSubscribed;

        public @Nullable String lastname;
        public @Nullable String middlename;
        public @Nullable String prefix;
        public @Nullable String suffix;
        public @Nullable String taxvat;

        CustomerDraft draft(
                @Nullable String email,
                @Nullable Boolean assistance,
                @Nullable List<@Nullable AttributeValue> attributes) {
            Map<String, Object> extensions = new HashMap<>();
            if (isSubscribed != null) {
                extensions.put("is_subscribed", isSubscribed);
            }
            if (assistance != null) {
                extensions.put("assistance_allowed", assistance ? 2 : 1);
            }
            CustomerDraft.Person person = new CustomerDraft.Person(
                    email,
                    firstname,
                    lastname,
                    middlename,
                    prefix,
                    suffix,
                    dateOfBirth == null ? dob : dateOfBirth,
                    checkedGender(),
                    taxvat);
            return new CustomerDraft(
                    CustomerDraft.Placement.NONE,
                    person,
                    CustomerDraft.Book.UNCHANGED,
                    extensions,
                    AttributeInputs.byCode(attributes));
        }

        /** Whether nothing at all was sent. */
        boolean isEmpty() {
            CustomerDraft draft = draft(null, null, null);
            return draft.equals(new Nothing().draft(null, null, null));
        }

        private @Nullable Integer checkedGender() {
            if (gender != null && (gender < 1 || gender > 3)) {
                throw CustomerRefusals.invalidGender(gender);
            }
            return gender;
        }
    }

    private static final class Nothing extends Person {}

    /** For {@code createCustomer} and {@code updateCustomer}. */
    @Name("CustomerInput")
    public static class Older extends Person {
        public @Nullable String email;
        public @Nullable String password;

        @Override
        boolean isEmpty() {
            return super.isEmpty() && email == null && password == null;
        }
    }

    /** For {@code createCustomerV2}. */
    @Name("CustomerCreateInput")
    public static class Create extends Person {
        public @Nullable String email;
        public @Nullable String password;

        @JsonbProperty("allow_remote_shopping_assistance")
        public @Nullable Boolean allowRemoteShoppingAssistance;

        @JsonbProperty("custom_attributes")
        public @Nullable List<@Nullable AttributeValue> customAttributes;
    }

    /** For {@code updateCustomerV2}. */
    @Name("CustomerUpdateInput")
    public static class Update extends Person {
        @JsonbProperty("allow_remote_shopping_assistance")
        public @Nullable Boolean allowRemoteShoppingAssistance;

        @JsonbProperty("custom_attributes")
        public @Nullable List<@Nullable AttributeValue> customAttributes;

        @Override
        boolean isEmpty() {
            return super.isEmpty() && allowRemoteShoppingAssistance == null && customAttributes == null;
        }
    }
}
