package io.clientele.tax.vat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the service said of a number.
 *
 * @param requestId under which the service can prove that it was asked; null when the shop did not say who asks
 * @param requestDate the day the service names
 */
public record VatAnswer(boolean valid, @Nullable String requestId, LocalDate requestDate) {}
