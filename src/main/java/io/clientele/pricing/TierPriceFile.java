package io.clientele.pricing;

import com.fasterxml.jackson.databind.node.TextNode;
import io.clientele.shared.CsvCells;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What files of tier prices look like: the contract's columns, and ours for prices of a segment and prices that hold for
 * a time.
 */
public final class TierPriceFile {

    public static final String SKU = "sku";
    public static final String WEBSITE = "tier_price_website";
    public static final String GROUP = "tier_price_customer_group";
    public static final String QUANTITY = "tier_price_qty";
    public static final String PRICE = "tier_price";
    public static final String TYPE = "tier_price_value_type";
    static final String SEGMENT = "tier_price_customer_segment";
    static final String VALID_FROM = "tier_price_valid_from";
    static final String VALID_TO = "tier_price_valid_to";

    /** What a file must have; the type is a fixed amount where it is not said. */
    public static final List<String> REQUIRED = List.of(SKU, WEBSITE, GROUP, QUANTITY, PRICE);

    static final List<String> COLUMNS = List.of(SKU, WEBSITE, GROUP, QUANTITY, PRICE, TYPE);

    private static final Pattern ALL_WEBSITES =
            Pattern.compile("all websites(?: \\[[A-Z]{3}])?", Pattern.CASE_INSENSITIVE);

    private TierPriceFile() {}

    /** Whether the text stands for all websites: with the currency, as the contract writes it, or without. */
    public static boolean isAllWebsites(String text) {
        return ALL_WEBSITES.matcher(text).matches();
    }

    static String allWebsites(String currency) {
        return "All Websites [" + currency + "]";
    }

    /** A column of the shop's own machinery, which no file may bring unless it is known. */
    static boolean isServiceColumn(String name) {
        return name.startsWith("_");
    }

    /**
     * What a row says.
     *
     * @param cell what the row has in a column, without space around it; empty for nothing
     * @param websiteId null where the row names a website that there is not
     */
    public static TierPriceDraft draft(UnaryOperator<String> cell, @Nullable Integer websiteId) {
        String type = cell.apply(TYPE);
        return new TierPriceDraft(
                TextNode.valueOf(cell.apply(PRICE)),
                type.isEmpty() ? PriceType.FIXED.code() : type,
                websiteId,
                CsvCells.original(cell.apply(SKU)),
                CsvCells.original(cell.apply(GROUP)),
                TextNode.valueOf(cell.apply(QUANTITY)),
                extension(cell.apply(SEGMENT), cell.apply(VALID_FROM), cell.apply(VALID_TO)));
    }

    private static TierPriceDraft.@Nullable Extension extension(String segment, String from, String to) {
        return segment.isEmpty() && from.isEmpty() && to.isEmpty()
                ? null
                : new TierPriceDraft.Extension(segmentId(segment), from, to);
    }

    /** What is no id is the id of no segment. */
    static @Nullable Long segmentId(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        return text.length() < 19 && text.chars().allMatch(sign -> sign >= '0' && sign <= '9')
                ? Long.valueOf(text)
                : Long.valueOf(-1);
    }

    /** Whether the row has a sku and nothing else: a product without tier prices. */
    public static boolean isSkuOnly(UnaryOperator<String> cell) {
        return Stream.of(WEBSITE, GROUP, QUANTITY, PRICE)
                .allMatch(column -> cell.apply(column).isEmpty());
    }

    /** The name of a type in files. */
    static String type(PriceType type) {
        return type.name().charAt(0) + type.name().substring(1).toLowerCase(Locale.ROOT);
    }
}
