package io.clientele.tax.vat;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A VAT number as it is compared and asked about.
 *
 * @param state the two letters such numbers begin with; they are the country's code but for Greece, whose are {@code EL}
 * @param digits what follows, in upper case and without blanks, hyphens, dots and slashes
 */
public record VatNumber(String state, String digits) {

    /** The number that somebody of the country wrote, with or without the letters before it. */
    public static VatNumber of(String countryId, @Nullable String written) {
        String state = countryId.equals("GR") ? "EL" : countryId;
        String text = (written == null ? "" : written).toUpperCase(Locale.ROOT).replaceAll("[\\s\\-./]", "");
        if (text.startsWith(state)) {
            return new VatNumber(state, text.substring(state.length()));
        }
        return new VatNumber(state, text.startsWith(countryId) ? text.substring(countryId.length()) : text);
    }

    public boolean isEmpty() {
        return digits.isEmpty();
    }
}
