package io.clientele.activity;

import io.clientele.store.ExchangeRates;
import io.clientele.store.Settings;
import io.clientele.store.StoreSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/** What currencies are worth in the base currencies of websites. */
@ApplicationScoped
class BaseRates {

    private final ExchangeRates exchange;
    private final Settings settings;

    @Inject
    BaseRates(ExchangeRates exchange, Settings settings) {
        this.exchange = exchange;
        this.settings = settings;
    }

    /**
     * What one unit of the currency is worth in the website's base currency: the rate that was entered, otherwise the
     * reverse of that from the base currency, to 34 digits. Empty where there is neither.
     */
    Optional<BigDecimal> rate(int websiteId, String currency) {
        String base = settings.text(StoreSettings.BASE_CURRENCY, websiteId);
        return exchange.rate(currency, base)
                .or(() ->
                        exchange.rate(base, currency).map(rate -> BigDecimal.ONE.divide(rate, MathContext.DECIMAL128)));
    }
}
