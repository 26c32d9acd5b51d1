package io.clientele.attribute;

import java.util.Locale;

/** What has attributes. */
public enum AttributeOwner {
    CUSTOMER,
    CUSTOMER_ADDRESS;

    /** The contract's name in lower case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
