package io.clientele.tax.vat;

import org.jspecify.annotations.Nullable;

/**
 * What an address's VAT number leads to.
 *
 * @param answer what the service said; null when it was not asked or did not say
 */
public record VatVerdict(VatOutcome outcome, @Nullable VatAnswer answer) {}
