package io.clientele.customer;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.address.AddressBody;
import io.clientele.shared.Refusals;
import io.clientele.shared.json.CustomAttribute;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A customer as REST shows and takes it. */
@Schema(name = "customer-data-customer-interface")
public record CustomerBody(
        @Nullable Long id,
        @Nullable Integer groupId,
        @Nullable String defaultBilling,
        @Nullable String defaultShipping,
        @Nullable String confirmation,
        @Nullable String createdAt,
        @Nullable String updatedAt,
        @Nullable String createdIn,
        @Nullable String dob,
        @Nullable String email,
        @Nullable String firstname,
        @Nullable String lastname,
        @Nullable String middlename,
        @Nullable String prefix,
        @Nullable String suffix,
        @Nullable Integer gender,
        @Nullable Integer storeId,
        @Nullable String taxvat,
        @Nullable Integer websiteId,
        @Nullable List<AddressBody> addresses,
        @Nullable Integer disableAutoGroupChange,
        @Nullable ExtensionBody extensionAttributes,
        @Nullable List<CustomAttribute> customAttributes) {

    /** What other features and we ourselves add. */
    @Schema(name = "customer-data-customer-extension-interface")
    public record ExtensionBody(
            @Nullable Boolean isSubscribed,
            @Nullable Integer assistanceAllowed,
            @Nullable String externalId) {

        Map<String, Object> forOthers() {
            Map<String, Object> values = new HashMap<>();
            if (isSubscribed != null) {
                values.put("is_subscribed", isSubscribed);
            }
            if (assistanceAllowed != null) {
                values.put("assistance_allowed", assistanceAllowed);
            }
            return values;
        }
    }

    public static CustomerBody of(Customer customer) {
        return of(customer, customer.confirmation());
    }

    private static CustomerBody of(Customer customer, @Nullable String confirmation) {
        return new CustomerBody(
                customer.id(),
                customer.groupId(),
                text(customer.defaultBilling()),
                text(customer.defaultShipping()),
                confirmation,
                CreatedAt.show(customer.createdAt()),
                CreatedAt.show(customer.updatedAt()),
                customer.createdIn(),
                text(customer.dob()),
                customer.email(),
                customer.firstname(),
                customer.lastname(),
                customer.middlename(),
                customer.prefix(),
                customer.suffix(),
                customer.gender(),
                customer.storeId(),
                customer.taxvat(),
                customer.websiteId(),
                customer.addresses().stream().map(AddressBody::of).toList(),
                customer.disableAutoGroupChange() ? 1 : 0,
                extension(customer),
                CustomAttribute.list(customer.attributes().shown()));
    }

    /** The answer to creating: it does not carry the key that confirms the account. */
    public static CustomerBody created(Customer customer) {
        return of(customer, null);
    }

    CustomerDraft draft() {
        ExtensionBody extension =
                extensionAttributes == null ? new ExtensionBody(null, null, null) : extensionAttributes;
        return new CustomerDraft(
                new CustomerDraft.Placement(
                        websiteId,
                        storeId,
                        groupId,
                        confirmation,
                        createdAt,
                        flag("disable_auto_group_change", disableAutoGroupChange),
                        extension.externalId()),
                new CustomerDraft.Person(email, firstname, lastname, middlename, prefix, suffix, dob, gender, taxvat),
                new CustomerDraft.Book(
                        AddressReference.read("default_billing", defaultBilling),
                        AddressReference.read("default_shipping", defaultShipping),
                        addresses == null
                                ? null
                                : addresses.stream().map(AddressBody::draft).toList()),
                extension.forOthers(),
                CustomAttribute.byCode(customAttributes));
    }

    /** The flag, wherever it was put: the contract also takes it among the custom attributes. */
    private @Nullable Boolean flag(String code, @Nullable Integer property) {
        if (property != null) {
            return property != 0;
        }
        return customAttributes == null
                ? null
                : customAttributes.stream()
                        .filter(attribute -> attribute.attributeCode().equals(code))
                        .map(attribute -> yesOrNo(code, attribute.value()))
                        .findFirst()
                        .orElse(null);
    }

    private static boolean yesOrNo(String code, JsonNode value) {
        return switch (value.asText()) {
            case "1", "true" -> true;
            case "0", "false" -> false;
            default -> throw Refusals.invalidValue(code, value.asText());
        };
    }

    private static @Nullable ExtensionBody extension(Customer customer) {
        Object subscribed = customer.extensions().get("is_subscribed");
        Object assistance = customer.extensions().get("assistance_allowed");
        if (subscribed == null && assistance == null && customer.externalId() == null) {
            return null;
        }
        return new ExtensionBody((Boolean) subscribed, (Integer) assistance, customer.externalId());
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
