package io.clientele.tax.vat;

/** What a VAT number shows of itself, without asking anybody. */
public enum VatForm {
    /** It looks like one of the country, and its check digits are right. */
    RIGHT,
    /** It looks like one of the country, but its check digits are wrong: a slip of the pen. */
    WRONG_CHECK_DIGITS,
    /** It does not look like one of the country. */
    MALFORMED,
    /** Nothing is known of the country's numbers. */
    UNKNOWN_COUNTRY
}
