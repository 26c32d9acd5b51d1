package io.clientele.pricing;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What files of tier prices look like: the contract's columns, and ours for prices of a segment and prices that hold for
 * a time.
 */
final class TierPriceFile {

    static final String SKU = "sku";
    static final String WEBSITE = "tier_price_website";
    static final String GROUP = "tier_price_customer_group";
    static final String QUANTITY = "tier_price_qty";
    static final String PRICE = "tier_price";
    static final String TYPE = "tier_price_value_type";
    static final String SEGMENT = "tier_price_customer_segment";
    static final String VALID_FROM = "tier_price_valid_from";
    static final String VALID_TO = "tier_price_valid_to";

    /** What a file must have; the type is a fixed amount where it is not said. */
    static final List<String> REQUIRED = List.of(SKU, WEBSITE, GROUP, QUANTITY, PRICE);

    static final List<String> COLUMNS = List.of(SKU, WEBSITE, GROUP, QUANTITY, PRICE, TYPE);

    private static final Pattern ALL_WEBSITES =
            Pattern.compile("all websites(?: \\[[A-Z]{3}])?", Pattern.CASE_INSENSITIVE);

    private TierPriceFile() {}

    /** Whether the text stands for all websites: with the currency, as the contract writes it, or without. */
    static boolean isAllWebsites(String text) {
        return ALL_WEBSITES.matcher(text).matches();
    }

    static String allWebsites(String currency) {
        return "All Websites [" + currency + "]";
    }

    /** A column of the shop's own machinery, which no file may bring unless it is known. */
    static boolean isServiceColumn(String name) {
        return name.startsWith("_");
    }

    /** The name of a type in files. */
    static String type(PriceType type) {
        return type.name().charAt(0) + type.name().substring(1).toLowerCase(Locale.ROOT);
    }
}
