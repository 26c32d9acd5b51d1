package io.clientele.tax.vat;

import org.jspecify.annotations.Nullable;

/**
 * A number to ask about.
 *
 * @param requester the shop's own number; null when the shop does not tell all of it
 */
public record VatQuestion(VatNumber number, @Nullable VatNumber requester) {

    /** The shop's number with its letters; empty for none. */
    String requesterText() {
        return requester == null ? "" : requester.state() + requester.digits();
    }
}
