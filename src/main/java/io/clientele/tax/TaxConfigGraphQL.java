package io.clientele.tax;

import io.clientele.store.SettingDefinition;
import io.clientele.store.Settings;
import io.clientele.store.StoreConfigNode;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;

/** What a store view's configuration says of taxes: where prices and sums are shown with them. */
@GraphQLApi
public class TaxConfigGraphQL {

    private final Settings settings;

    @Inject
    TaxConfigGraphQL(Settings settings) {
        this.settings = settings;
    }

    @Name("display_product_prices_in_catalog")
    public List<@NonNull Integer> displayProductPricesInCatalog(@Source List<StoreConfigNode> configs) {
        return numbers(configs, TaxSettings.CATALOG_PRICES);
    }

    @Name("shopping_cart_display_price")
    public List<Integer> shoppingCartDisplayPrice(@Source List<StoreConfigNode> configs) {
        return numbers(configs, TaxSettings.CART_PRICES);
    }

    @Name("shopping_cart_display_subtotal")
    public List<Integer> shoppingCartDisplaySubtotal(@Source List<StoreConfigNode> configs) {
        return numbers(configs, TaxSettings.CART_SUBTOTAL);
    }

    @Name("shopping_cart_display_shipping")
    public List<Integer> shoppingCartDisplayShipping(@Source List<StoreConfigNode> configs) {
        return numbers(configs, TaxSettings.CART_SHIPPING);
    }

    @Name("shopping_cart_display_grand_total")
    public List<Boolean> shoppingCartDisplayGrandTotal(@Source List<StoreConfigNode> configs) {
        return flags(configs, TaxSettings.CART_GRAND_TOTAL);
    }

    @Name("shopping_cart_display_full_summary")
    public List<Boolean> shoppingCartDisplayFullSummary(@Source List<StoreConfigNode> configs) {
        return flags(configs, TaxSettings.CART_FULL_SUMMARY);
    }

    @Name("shopping_cart_display_zero_tax")
    public List<Boolean> shoppingCartDisplayZeroTax(@Source List<StoreConfigNode> configs) {
        return flags(configs, TaxSettings.CART_ZERO_TAX);
    }

    @Name("orders_invoices_credit_memos_display_price")
    public List<@NonNull Integer> ordersInvoicesCreditMemosDisplayPrice(@Source List<StoreConfigNode> configs) {
        return numbers(configs, TaxSettings.SALES_PRICES);
    }

    @Name("orders_invoices_credit_memos_display_subtotal")
    public List<@NonNull Integer> ordersInvoicesCreditMemosDisplaySubtotal(@Source List<StoreConfigNode> configs) {
        return numbers(configs, TaxSettings.SALES_SUBTOTAL);
    }

    @Name("orders_invoices_credit_memos_display_shipping_amount")
    public List<@NonNull Integer> ordersInvoicesCreditMemosDisplayShippingAmount(
            @Source List<StoreConfigNode> configs) {
        return numbers(configs, TaxSettings.SALES_SHIPPING);
    }

    @Name("orders_invoices_credit_memos_display_grandtotal")
    public List<@NonNull Boolean> ordersInvoicesCreditMemosDisplayGrandtotal(@Source List<StoreConfigNode> configs) {
        return flags(configs, TaxSettings.SALES_GRAND_TOTAL);
    }

    @Name("orders_invoices_credit_memos_display_full_summary")
    public List<@NonNull Boolean> ordersInvoicesCreditMemosDisplayFullSummary(@Source List<StoreConfigNode> configs) {
        return flags(configs, TaxSettings.SALES_FULL_SUMMARY);
    }

    @Name("orders_invoices_credit_memos_display_zero_tax")
    public List<@NonNull Boolean> ordersInvoicesCreditMemosDisplayZeroTax(@Source List<StoreConfigNode> configs) {
        return flags(configs, TaxSettings.SALES_ZERO_TAX);
    }

    private List<Integer> numbers(List<StoreConfigNode> configs, SettingDefinition setting) {
        return configs.stream()
                .map(config -> settings.number(setting, config.view()))
                .toList();
    }

    private List<Boolean> flags(List<StoreConfigNode> configs, SettingDefinition setting) {
        return configs.stream()
                .map(config -> settings.flag(setting, config.view()))
                .toList();
    }
}
