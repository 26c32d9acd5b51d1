package io.clientele.customer.admin;

import io.clientele.customer.CreatedAt;
import io.clientele.customer.Customer;
import io.clientele.customer.graphql.AddressNode;
import io.clientele.customer.graphql.Uid;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * A customer as administrators see it. Features further right add what they own with {@code @Source}.
 *
 * @param id the number that REST knows the customer by
 * @param uid the id that the storefront knows the customer by
 */
@Name("AdminCustomer")
public record AdminCustomerNode(
        @Ignore Customer customer,
        @Id @NonNull String id,
        @Id @NonNull String uid,
        @NonNull @Name("website_id") Integer websiteId,
        @NonNull @Name("store_id") Integer storeId,
        @NonNull @Name("group_id") Integer groupId,
        @NonNull String email,
        @NonNull String firstname,
        @NonNull String lastname,
        @Nullable String middlename,
        @Nullable String prefix,
        @Nullable String suffix,
        @Nullable @Name("date_of_birth") String dateOfBirth,
        @Nullable Integer gender,
        @Nullable String taxvat,
        @NonNull @Name("is_confirmed") Boolean confirmed,
        @NonNull @Name("created_in") String createdIn,
        @NonNull @Name("created_at") String createdAt,
        @NonNull @Name("updated_at") String updatedAt,
        @NonNull @Name("disable_auto_group_change") Boolean disableAutoGroupChange,
        @Nullable @Name("external_id") String externalId,
        @Nullable @Name("lock_expires") String lockExpires,
        @NonNull @Name("is_subscribed") Boolean subscribed,
        @NonNull @Name("allow_remote_shopping_assistance") Boolean allowRemoteShoppingAssistance,
        @Nullable @Name("default_billing_address") AddressNode defaultBillingAddress,
        @Nullable @Name("default_shipping_address") AddressNode defaultShippingAddress,
        @NonNull List<@NonNull AddressNode> addresses) {

    private static final Integer ASSISTANCE_ALLOWED = 2;

    static AdminCustomerNode of(Customer customer) {
        return new AdminCustomerNode(
                customer,
                Long.toString(customer.id()),
                Uid.of(customer.id()),
                customer.websiteId(),
                customer.storeId(),
                customer.groupId(),
                customer.email(),
                customer.firstname(),
                customer.lastname(),
                customer.middlename(),
                customer.prefix(),
                customer.suffix(),
                customer.dob() == null ? null : customer.dob().toString(),
                customer.gender(),
                customer.taxvat(),
                customer.confirmation() == null,
                customer.createdIn(),
                CreatedAt.show(customer.createdAt()),
                CreatedAt.show(customer.updatedAt()),
                customer.disableAutoGroupChange(),
                customer.externalId(),
                shown(customer.lockedUntil()),
                Boolean.TRUE.equals(customer.extensions().get("is_subscribed")),
                ASSISTANCE_ALLOWED.equals(customer.extensions().get("assistance_allowed")),
                AddressNode.ofNullable(customer.defaultBillingAddress()),
                AddressNode.ofNullable(customer.defaultShippingAddress()),
                customer.addresses().stream().map(AddressNode::of).toList());
    }

    private static @Nullable String shown(@Nullable Instant moment) {
        return moment == null ? null : CreatedAt.show(moment);
    }
}
