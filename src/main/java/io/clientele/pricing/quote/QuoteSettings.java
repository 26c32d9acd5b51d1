package io.clientele.pricing.quote;

import static io.clientele.store.SettingScope.WEBSITES;

import io.clientele.store.SettingDefinition;
import io.clientele.store.SettingDefinitions;
import io.clientele.store.SettingScope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The settings that quotes read. */
@ApplicationScoped
class QuoteSettings implements SettingDefinitions {

    /** {@code UNIT_BASE_CALCULATION} rounds the tax of one unit, the others that of a row. */
    static final SettingDefinition ALGORITHM = SettingDefinition.text(
            "tax/calculation/algorithm", "TOTAL_BASE_CALCULATION", WEBSITES, "Tax Calculation Method Based On");

    /** Whether prices are kept with the tax of the place the shop sends from. */
    static final SettingDefinition PRICES_INCLUDE_TAX =
            SettingDefinition.flag("tax/calculation/price_includes_tax", false, WEBSITES, "Catalog Prices");

    /** Whether prices that include tax are the same wherever the shopper is. */
    static final SettingDefinition CROSS_BORDER = SettingDefinition.flag(
            "tax/calculation/cross_border_trade_enabled", false, WEBSITES, "Enable Cross Border Trade");

    /** The customers whose tax is in prices that include tax. */
    static final SettingDefinition CUSTOMER_CLASS = SettingDefinition.number(
            "tax/classes/default_customer_tax_class", 3, SettingScope.DEFAULT, "Default Tax Class for Customer");

    @Override
    public List<SettingDefinition> all() {
        return List.of(ALGORITHM, PRICES_INCLUDE_TAX, CROSS_BORDER, CUSTOMER_CLASS);
    }
}
