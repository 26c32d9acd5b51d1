/** VAT numbers: their form and their check digits. */
@org.jspecify.annotations.NullMarked
package io.clientele.tax.vat;
