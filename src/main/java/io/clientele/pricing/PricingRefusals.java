package io.clientele.pricing;

import io.clientele.shared.Refusal;
import io.clientele.shared.RefusalKind;
import io.clientele.shared.Refusals;
import org.jspecify.annotations.Nullable;

/**
 * The refusals of product facts and prices. Of rows of prices the parameters are positional texts. The contract fills the
 * messages about stores and costs in, and those about tier prices not.
 */
final class PricingRefusals {

    private static final String INVALID = "Invalid attribute ";
    private static final String NO_STORE = "Requested store is not found. ";
    private static final String NOT_GLOBAL = "Could not change non global Price when price scope is global. ";

    private static final String TIER =
            " Row ID: SKU = %SKU, Website ID: %websiteId, Customer Group: %customerGroup, Quantity: %qty.";

    private PricingRefusals() {}

    static Refusal lineTooLong() {
        return Refusal.input("The line is too long.");
    }

    static Refusal missingColumn(String name) {
        return Refusal.input("The column \"%column\" is missing.").with("column", name);
    }

    static Refusal wrongColumn(String name) {
        return Refusal.input("The column \"%column\" comes twice or is none of this file's.")
                .with("column", Decimals.named(name));
    }

    static Refusal unreadable() {
        return Refusal.input("The rest of the file cannot be read. Check the quotes.");
    }

    static Refusal unknownBehavior(String name) {
        return Refusals.invalidValue("behavior", Decimals.named(name));
    }

    static Refusal deletedMeanwhile() {
        return Refusal.input("What the line refers to was deleted meanwhile. Try again.");
    }

    // --- Base prices, costs, special prices
    // ---------------------------------------------------------------------------

    static Refusal invalid(String field, @Nullable String value) {
        return Refusal.input("Invalid attribute %fieldName = %fieldValue.").at(field, text(value));
    }

    static Refusal cost(String cost, @Nullable String sku, @Nullable Integer storeId) {
        return Refusal.input(INVALID + "Cost = " + cost + ". " + row(sku, storeId))
                .at(cost, text(sku), text(storeId));
    }

    static Refusal noStore(@Nullable String sku, @Nullable Integer storeId) {
        return Refusal.input(NO_STORE + row(sku, storeId)).at(text(sku), text(storeId));
    }

    static Refusal notGlobal(@Nullable String sku, @Nullable Integer storeId) {
        return Refusal.input(NOT_GLOBAL + row(sku, storeId)).at(text(sku), text(storeId));
    }

    static Refusal noProduct(SpecialPriceDraft row) {
        return special("The product that was requested doesn't exist. Verify the product and try again. ", row);
    }

    static Refusal noStore(SpecialPriceDraft row) {
        return special(NO_STORE, row);
    }

    static Refusal notGlobal(SpecialPriceDraft row) {
        return special(NOT_GLOBAL, row);
    }

    static Refusal invalid(String label, @Nullable String value, SpecialPriceDraft row) {
        return Refusal.input(INVALID + label + " = " + text(value) + ". " + row(row))
                .at(text(value), text(row.sku()), text(row.storeId()), text(row.priceFrom()), text(row.priceTo()));
    }

    private static Refusal special(String what, SpecialPriceDraft row) {
        return Refusal.input(what + row(row))
                .at(text(row.sku()), text(row.storeId()), text(row.priceFrom()), text(row.priceTo()));
    }

    private static String row(@Nullable String sku, @Nullable Integer storeId) {
        return "Row ID: SKU = " + text(sku) + ", Store ID: " + text(storeId) + ".";
    }

    private static String row(SpecialPriceDraft row) {
        return "Row ID: SKU = " + text(row.sku()) + ", Store ID: " + text(row.storeId()) + ", Price From: "
                + text(row.priceFrom()) + ", Price To: " + text(row.priceTo()) + ".";
    }

    // --- Tier prices
    // --------------------------------------------------------------------------------------------------

    static Refusal tierSku(TierPriceDraft row) {
        return tier("Invalid attribute SKU = %SKU." + TIER).at(tierRow(row));
    }

    static Refusal tierPrice(TierPriceDraft row) {
        return tier("Invalid attribute Price = %price." + TIER)
                .at(Decimals.named(Decimals.text(row.price())))
                .at(tierRow(row));
    }

    static Refusal tierPriceType(TierPriceDraft row) {
        return tier("Invalid attribute Price Type = %priceType." + TIER)
                .at(text(row.priceType()))
                .at(tierRow(row));
    }

    static Refusal tierQuantity(TierPriceDraft row) {
        return tier("Invalid attribute Quantity = %qty." + TIER).at(tierRow(row));
    }

    static Refusal tierWebsite(TierPriceDraft row) {
        return tier("Invalid attribute Website ID = %websiteId." + TIER).at(tierRow(row));
    }

    /** @param website what a file calls it */
    static Refusal tierWebsite(TierPriceDraft row, String website) {
        Object[] parameters = tierRow(row);
        parameters[1] = text(website);
        return tier("Invalid attribute Website ID = %websiteId." + TIER).at(parameters);
    }

    static Refusal tierGroup(TierPriceDraft row) {
        return tier("No such entity with Customer Group = %customerGroup." + TIER)
                .at(tierRow(row));
    }

    static Refusal tierSegment(TierPriceDraft row) {
        return tier("No such entity with Customer Segment = %customerSegment." + TIER)
                .at(text(row.segmentId()))
                .at(tierRow(row));
    }

    static Refusal tierMoment(String label, @Nullable String value, TierPriceDraft row) {
        return tier("Invalid attribute " + label + " = %moment." + TIER)
                .at(text(value))
                .at(tierRow(row));
    }

    /** The parameters describe the other price. */
    static Refusal tierDuplicate(String sku, int websiteId, String group, String quantity) {
        return tier("We found a duplicate website, tier price, customer group and quantity: Customer Group ="
                        + " %customerGroup, Website ID = %websiteId, Quantity = %qty." + TIER)
                .at(sku, Integer.toString(websiteId), group, quantity);
    }

    /** The parameters describe the other price. */
    static Refusal tierOverlap(String sku, int websiteId, String group, String quantity) {
        return tier("The time of this tier price overlaps with that of another one: Customer Group = %customerGroup,"
                        + " Website ID = %websiteId, Quantity = %qty." + TIER)
                .at(sku, Integer.toString(websiteId), group, quantity);
    }

    private static Refusal tier(String template) {
        return Refusal.input(template);
    }

    private static Object[] tierRow(TierPriceDraft row) {
        return new Object[] {
            text(row.sku()),
            text(row.websiteId()),
            text(row.customerGroup()),
            Decimals.named(Decimals.text(row.quantity()))
        };
    }

    // --- Tier prices of one product
    // -----------------------------------------------------------------------------------

    static Refusal productNotFound() {
        return Refusal.of(
                RefusalKind.NO_SUCH_ENTITY,
                "The product that was requested doesn't exist. Verify the product and try again.");
    }

    static Refusal invalidData() {
        return Refusal.input("The data was invalid. Verify the data and try again.");
    }

    static Refusal noTier(String group, int websiteId, String quantity) {
        return Refusal.of(
                        RefusalKind.NO_SUCH_ENTITY,
                        "The product has no tier price with customerGroupId = '%1', website = %2, qty = %3.")
                .at(group, websiteId, quantity);
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : Decimals.named(value.toString());
    }
}
