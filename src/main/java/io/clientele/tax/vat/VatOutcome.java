package io.clientele.tax.vat;

import java.util.Locale;

/** What is known of the VAT number of an address. */
public enum VatOutcome {
    /** There is none, or it is none of the European Union's. */
    NONE,
    /** It is registered in the shop's own country. */
    DOMESTIC,
    /** It is registered in another country of the European Union. */
    INTRA_UNION,
    /** It is not registered, or cannot be one. */
    INVALID,
    /** The service did not say, or not in time. */
    ERROR;

    /** The word for it in the audit log. */
    public String word() {
        return "vat_" + name().toLowerCase(Locale.ROOT);
    }
}
