package io.clientele.attribute;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The codes no attribute may have: those of built-in attributes, and names that mean something else where values are shown. */
final class ReservedCodes {

    private static final Set<String> OF_ALL = Set.of(
            "id",
            "uid",
            "entity_id",
            "increment_id",
            "attribute_set_id",
            "external_id",
            "custom_attributes",
            "extension_attributes",
            "created_at",
            "updated_at",
            "website_id",
            "store_id",
            "version");

    private static final Set<String> OF_CUSTOMERS = Set.of(
            "addresses",
            "assistance_allowed",
            "company_attributes",
            "all_company_attributes",
            "confirmation_status",
            "customer_group_id",
            "customer_id",
            "date_of_birth",
            "default_billing_address",
            "default_shipping_address",
            "failures_num",
            "first_failure",
            "group",
            "is_active",
            "is_subscribed",
            "lock_expires",
            "name",
            "password",
            "password_hash",
            "region",
            "rp_token",
            "rp_token_created_at",
            "segments");

    /** Columns of the list of customers that show parts of addresses. */
    private static final Set<String> OF_LISTS = Stream.of("billing", "shipping")
            .flatMap(kind -> Stream.of(
                            "full",
                            "firstname",
                            "lastname",
                            "company",
                            "street",
                            "city",
                            "region",
                            "region_id",
                            "postcode",
                            "country_id",
                            "telephone",
                            "fax",
                            "vat_id")
                    .map(part -> kind + "_" + part))
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> OF_ADDRESSES = Set.of(
            "country",
            "country_code",
            "customer_id",
            "default_billing",
            "default_shipping",
            "email",
            "is_active",
            "parent_id",
            "region_code",
            "vat_is_valid",
            "vat_request_date",
            "vat_request_id",
            "vat_request_success");

    private ReservedCodes() {}

    static boolean contains(AttributeOwner owner, String code) {
        return OF_ALL.contains(code)
                || (owner == AttributeOwner.CUSTOMER
                        ? OF_CUSTOMERS.contains(code) || OF_LISTS.contains(code)
                        : OF_ADDRESSES.contains(code))
                || BuiltInAttributes.ALL.stream()
                        .anyMatch(attribute ->
                                attribute.owner() == owner && attribute.code().equals(code));
    }
}
