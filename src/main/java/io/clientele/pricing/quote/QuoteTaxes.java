package io.clientele.pricing.quote;

import io.clientele.store.Settings;
import io.clientele.tax.TaxPercent;
import io.clientele.tax.TaxPlaces;
import io.clientele.tax.TaxRates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Works out how a buyer's tax is reckoned, for all products of a quote at once and from memory. */
@ApplicationScoped
class QuoteTaxes {

    private final TaxRates rates;
    private final Settings settings;
    private final TaxPlaces taxPlaces;
    private final PricePlaces places;

    @Inject
    QuoteTaxes(TaxRates rates, Settings settings, TaxPlaces taxPlaces, PricePlaces places) {
        this.rates = rates;
        this.settings = settings;
        this.taxPlaces = taxPlaces;
        this.places = places;
    }

    /** The terms for each of the product tax classes. */
    Map<Integer, TaxTerms> terms(Buyer buyer, int websiteId, Set<Integer> productClasses) {
        boolean included = settings.flag(QuoteSettings.PRICES_INCLUDE_TAX, websiteId);
        boolean byUnit = settings.text(QuoteSettings.ALGORITHM, websiteId).equals("UNIT_BASE_CALCULATION");
        Map<Integer, TaxPercent> buyers = rates.percents(buyer.taxClassId(), productClasses, buyer.place());
        Map<Integer, TaxPercent> kept = included ? kept(buyers, websiteId, productClasses) : Map.of();
        Map<Integer, TaxTerms> terms = new HashMap<>();
        for (int productClass : productClasses) {
            BigDecimal within = kept.getOrDefault(productClass, TaxPercent.NONE).percent();
            terms.put(productClass, new TaxTerms(percent(buyers, productClass), included, within, byUnit));
        }
        return terms;
    }

    /** The tax that is in prices as they are kept. */
    private Map<Integer, TaxPercent> kept(
            Map<Integer, TaxPercent> buyersOwn, int websiteId, Set<Integer> productClasses) {
        return settings.flag(QuoteSettings.CROSS_BORDER, websiteId)
                ? buyersOwn
                : rates.percents(
                        settings.number(QuoteSettings.CUSTOMER_CLASS),
                        productClasses,
                        taxPlaces.origin(places.view(websiteId)));
    }

    private static BigDecimal percent(Map<Integer, TaxPercent> percents, int productClass) {
        return percents.getOrDefault(productClass, TaxPercent.NONE).percent();
    }
}
