package io.clientele.pricing.quote;

import io.clientele.shared.Refusal;
import io.clientele.shared.Refusals;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The refusals around quotes. Lines are counted from 1. */
final class QuoteRefusals {

    private QuoteRefusals() {}

    static Refusal notAllowed() {
        return Refusals.notAllowed(QuoteService.RESOURCE);
    }

    static Refusal customerAndGroup() {
        return Refusal.input("A quote is for a customer or for a group, not for both.");
    }

    static Refusal unknownCustomer(long id) {
        return Refusals.noSuchEntity("customerId", id);
    }

    static Refusal currencyNotAllowed(int websiteId, String currency) {
        return Refusal.input("The website %websiteId does not have the currency \"%currency\".")
                .with("websiteId", websiteId)
                .with("currency", currency);
    }

    static Refusal noRate(String from, String to) {
        return Refusal.input("There is no rate from \"%from\" to \"%to\".")
                .with("from", from)
                .with("to", to);
    }

    /** The catalogue is not here: products are known by their SKUs. */
    static Refusal noSearch() {
        return Refusal.input("Products are found by their SKU here, not by search words.");
    }

    static Refusal noFilter() {
        return Refusal.input("'search' or 'filter' input argument is required.");
    }

    static Refusal pageSize() {
        return Refusal.input("pageSize value must be greater than 0.");
    }

    static Refusal currentPage() {
        return Refusal.input("currentPage value must be greater than 0.");
    }

    static Refusal missing(String field, int line) {
        return Refusals.required(field).with("line", line);
    }

    static Refusal unknownSku(int line, String sku) {
        return ofLine("The product with SKU = %sku does not exist. Line: %line.", line, sku);
    }

    static Refusal notOnWebsite(int line, String sku, int websiteId) {
        return ofLine("The product with SKU = %sku is not on the website %websiteId. Line: %line.", line, sku)
                .with("websiteId", websiteId);
    }

    static Refusal noPrice(int line, String sku, int websiteId) {
        return ofLine("The product with SKU = %sku has no price on the website %websiteId. Line: %line.", line, sku)
                .with("websiteId", websiteId);
    }

    static Refusal notAboveZero(int line, @Nullable String sku, BigDecimal qty) {
        return ofLine("The quantity %qty must be above 0. Line: %line.", line, sku)
                .with("qty", qty);
    }

    static Refusal tooLong(int line, @Nullable String sku, BigDecimal qty) {
        return ofLine(
                        "The quantity %qty has more than 8 digits before the point or 4 after it. Line: %line.",
                        line, sku)
                .with("qty", qty);
    }

    static Refusal indivisible(int line, String sku, BigDecimal qty) {
        return ofLine("The product with SKU = %sku is sold in whole pieces, not %qty. Line: %line.", line, sku)
                .with("qty", qty);
    }

    private static Refusal ofLine(String template, int line, @Nullable String sku) {
        return Refusal.input(template).with("sku", sku).with("line", line);
    }
}
