package io.clientele.customer.graphql;

import io.clientele.customer.CreatedAt;
import io.clientele.customer.Customer;
import java.util.List;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.Name;
import org.jspecify.annotations.Nullable;

/**
 * A customer as GraphQL shows it. Features further right add the fields they own with {@code @Source} and find the
 * customer in {@link #customer()}.
 */
@Name("Customer")
public record CustomerNode(
        @Ignore Customer customer,
        @Id String id,
        String email,
        String firstname,
        String lastname,
        @Nullable String middlename,
        @Nullable String prefix,
        @Nullable String suffix,
        @Nullable String dob,
        @Nullable @Name("date_of_birth") String dateOfBirth,
        @Nullable Integer gender,
        @Nullable String taxvat,
        @Name("created_at") String createdAt,
        @Nullable @Name("default_billing") String defaultBilling,
        @Nullable @Name("default_shipping") String defaultShipping,
        @Nullable @Name("is_subscribed") Boolean subscribed,
        @Name("allow_remote_shopping_assistance") Boolean allowRemoteShoppingAssistance,
        List<AddressNode> addresses) {

    private static final int ASSISTANCE_ALLOWED = 2;

    public static CustomerNode of(Customer customer) {
        return new CustomerNode(
                customer,
                Uid.of(customer.id()),
                customer.email(),
                customer.firstname(),
                customer.lastname(),
                customer.middlename(),
                customer.prefix(),
                customer.suffix(),
                text(customer.dob()),
                text(customer.dob()),
                customer.gender(),
                customer.taxvat(),
                CreatedAt.show(customer.createdAt()),
                text(customer.defaultBilling()),
                text(customer.defaultShipping()),
                (Boolean) customer.extensions().getOrDefault("is_subscribed", false),
                customer.extensions().get("assistance_allowed") instanceof Number allowed
                        && allowed.intValue() == ASSISTANCE_ALLOWED,
                customer.addresses().stream().map(AddressNode::of).toList());
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
