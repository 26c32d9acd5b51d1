package io.clientele.tax;

import static io.clientele.store.SettingScope.STORES;
import static io.clientele.store.SettingScope.WEBSITES;

import io.clientele.store.SettingDefinition;
import io.clientele.store.SettingDefinitions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * The settings of taxes. Where prices or sums are shown, 1 is without tax, 2 with tax and 3 both.
 */
@ApplicationScoped
public class TaxSettings implements SettingDefinitions {

    /** {@code shipping}, {@code billing} or {@code origin}: whose place decides. */
    static final SettingDefinition BASED_ON =
            SettingDefinition.text("tax/calculation/based_on", "shipping", WEBSITES, "Tax Calculation Based On");

    /** Where those are taxed who have no address yet. */
    static final SettingDefinition DEFAULT_COUNTRY =
            SettingDefinition.text("tax/defaults/country", "US", STORES, "Default Country");

    static final SettingDefinition DEFAULT_REGION =
            SettingDefinition.number("tax/defaults/region", 0, STORES, "Default State");
    static final SettingDefinition DEFAULT_POSTCODE =
            SettingDefinition.text("tax/defaults/postcode", "", STORES, "Default Post Code");

    /** Where the shop sends its goods from. */
    static final SettingDefinition ORIGIN_COUNTRY =
            SettingDefinition.text("shipping/origin/country_id", "US", WEBSITES, "Country");

    static final SettingDefinition ORIGIN_REGION =
            SettingDefinition.number("shipping/origin/region_id", 12, WEBSITES, "Region/State");
    static final SettingDefinition ORIGIN_POSTCODE =
            SettingDefinition.text("shipping/origin/postcode", "90034", WEBSITES, "ZIP/Postal Code");

    static final SettingDefinition CATALOG_PRICES =
            SettingDefinition.number("tax/display/type", 1, STORES, "Display Product Prices In Catalog");
    static final SettingDefinition CART_PRICES =
            SettingDefinition.number("tax/cart_display/price", 1, STORES, "Shopping Cart: Display Prices");
    static final SettingDefinition CART_SUBTOTAL =
            SettingDefinition.number("tax/cart_display/subtotal", 1, STORES, "Shopping Cart: Display Subtotal");
    static final SettingDefinition CART_SHIPPING =
            SettingDefinition.number("tax/cart_display/shipping", 1, STORES, "Shopping Cart: Display Shipping Amount");
    static final SettingDefinition CART_GRAND_TOTAL = SettingDefinition.flag(
            "tax/cart_display/grandtotal", false, STORES, "Shopping Cart: Include Tax In Order Total");
    static final SettingDefinition CART_FULL_SUMMARY = SettingDefinition.flag(
            "tax/cart_display/full_summary", false, STORES, "Shopping Cart: Display Full Tax Summary");
    static final SettingDefinition CART_ZERO_TAX = SettingDefinition.flag(
            "tax/cart_display/zero_tax", false, STORES, "Shopping Cart: Display Zero Tax Subtotal");
    static final SettingDefinition SALES_PRICES =
            SettingDefinition.number("tax/sales_display/price", 1, STORES, "Orders and Invoices: Display Prices");
    static final SettingDefinition SALES_SUBTOTAL =
            SettingDefinition.number("tax/sales_display/subtotal", 1, STORES, "Orders and Invoices: Display Subtotal");
    static final SettingDefinition SALES_SHIPPING = SettingDefinition.number(
            "tax/sales_display/shipping", 1, STORES, "Orders and Invoices: Display Shipping Amount");
    static final SettingDefinition SALES_GRAND_TOTAL = SettingDefinition.flag(
            "tax/sales_display/grandtotal", false, STORES, "Orders and Invoices: Include Tax In Order Total");
    static final SettingDefinition SALES_FULL_SUMMARY = SettingDefinition.flag(
            "tax/sales_display/full_summary", false, STORES, "Orders and Invoices: Display Full Tax Summary");
    static final SettingDefinition SALES_ZERO_TAX = SettingDefinition.flag(
            "tax/sales_display/zero_tax", false, STORES, "Orders and Invoices: Display Zero Tax Subtotal");

    @Override
    public List<SettingDefinition> all() {
        return List.of(
                BASED_ON,
                DEFAULT_COUNTRY,
                DEFAULT_REGION,
                DEFAULT_POSTCODE,
                ORIGIN_COUNTRY,
                ORIGIN_REGION,
                ORIGIN_POSTCODE,
                CATALOG_PRICES,
                CART_PRICES,
                CART_SUBTOTAL,
                CART_SHIPPING,
                CART_GRAND_TOTAL,
                CART_FULL_SUMMARY,
                CART_ZERO_TAX,
                SALES_PRICES,
                SALES_SUBTOTAL,
                SALES_SHIPPING,
                SALES_GRAND_TOTAL,
                SALES_FULL_SUMMARY,
                SALES_ZERO_TAX);
    }
}
