package io.clientele.pricing;

import io.clientele.store.SettingDefinition;
import io.clientele.store.SettingDefinitions;
import io.clientele.store.SettingScope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The settings this feature reads. */
@ApplicationScoped
public class PricingSettings implements SettingDefinitions {

    /** Whether websites have prices of their own (1), or prices are those of all websites (0). */
    static final SettingDefinition PRICE_SCOPE =
            SettingDefinition.flag("catalog/price/scope", false, SettingScope.DEFAULT, "Catalog Price Scope");

    /** The tax class of a product that is made without one. */
    static final SettingDefinition PRODUCT_TAX_CLASS = SettingDefinition.number(
            "tax/classes/default_product_tax_class", 2, SettingScope.DEFAULT, "Default Tax Class for Product");

    @Override
    public List<SettingDefinition> all() {
        return List.of(PRICE_SCOPE, PRODUCT_TAX_CLASS);
    }
}
