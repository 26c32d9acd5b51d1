package io.clientele.attribute;

import java.util.List;

/** The contract's names of the forms that attributes are shown in. */
final class AttributeForms {

    static final String ADMIN_CUSTOMER = "adminhtml_customer";

    /** What a form of administrators is called begins so. */
    static final String ADMIN = "adminhtml_";

    private static final List<String> CUSTOMER =
            List.of("customer_account_create", "customer_account_edit", ADMIN_CUSTOMER, "adminhtml_checkout");
    private static final List<String> ADDRESS =
            List.of("customer_register_address", "customer_address_edit", "adminhtml_customer_address");

    private AttributeForms() {}

    static List<String> of(AttributeOwner owner) {
        return switch (owner) {
            case CUSTOMER -> CUSTOMER;
            case CUSTOMER_ADDRESS -> ADDRESS;
        };
    }
}
