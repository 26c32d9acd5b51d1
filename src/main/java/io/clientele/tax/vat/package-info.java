/**
 * VAT numbers: their form and check digits, the question to the European Commission's service whether one is registered,
 * and which group that leads to. Does not own who is in a group.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.tax.vat;
