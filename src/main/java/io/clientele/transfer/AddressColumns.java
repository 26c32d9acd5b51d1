package io.clientele.transfer;

import java.util.List;
import java.util.Set;

/** The contract's columns of addresses. */
final class AddressColumns {

    static final String WEBSITE = "_website";
    static final String EMAIL = "_email";
    static final String ID = "_entity_id";

    /** The key others know the address by; with the prefix in files that have the customers in them too. */
    static final String EXTERNAL_ID = "external_id";

    static final String DEFAULT_BILLING = "_address_default_billing_";
    static final String DEFAULT_SHIPPING = "_address_default_shipping_";

    /** What the columns begin with in files that have the customers in them too; but for the defaults, which always do. */
    static final String PREFIX = "_address_";

    /** As exports of addresses write them. */
    static final List<String> ALL = List.of(
            WEBSITE,
            EMAIL,
            ID,
            "city",
            "company",
            "country_id",
            "fax",
            "firstname",
            "lastname",
            "middlename",
            "postcode",
            "prefix",
            "region",
            "region_id",
            "street",
            "suffix",
            "telephone",
            "vat_id",
            "vat_is_valid",
            "vat_request_date",
            "vat_request_id",
            "vat_request_success",
            DEFAULT_BILLING,
            DEFAULT_SHIPPING);

    /** As exports with the customers write them, without the prefix; the defaults follow. */
    static final List<String> BESIDE_CUSTOMERS = List.of(
            "city",
            "company",
            "country_id",
            "fax",
            "firstname",
            "lastname",
            "middlename",
            "postcode",
            "prefix",
            "region",
            "street",
            "suffix",
            "telephone",
            "vat_id");

    static final Set<String> RESERVED =
            Set.of(WEBSITE, EMAIL, ID, CustomerColumns.ACTION, DEFAULT_BILLING, DEFAULT_SHIPPING);

    private AddressColumns() {}
}
