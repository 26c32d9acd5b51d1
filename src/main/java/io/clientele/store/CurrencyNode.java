package io.clientele.store;

import java.util.List;
import org.eclipse.microprofile.graphql.Name;

/** The currencies of a store view as GraphQL shows them; two fields repeat others under names that were misspelt once. */
@Name("Currency")
public record CurrencyNode(
        @Name("base_currency_code") String baseCurrencyCode,
        @Name("base_currency_symbol") String baseCurrencySymbol,
        @Name("default_display_currecy_code") String misspeltCode,
        @Name("default_display_currecy_symbol") String misspeltSymbol,
        @Name("default_display_currency_code") String defaultDisplayCurrencyCode,
        @Name("default_display_currency_symbol") String defaultDisplayCurrencySymbol,
        @Name("available_currency_codes") List<String> availableCurrencyCodes,
        @Name("exchange_rates") List<ExchangeRateNode> exchangeRates) {

    /** What one unit of the base currency is worth in another. */
    @Name("ExchangeRate")
    public record ExchangeRateNode(@Name("currency_to") String currencyTo, Double rate) {}

    static CurrencyNode of(CurrencyInformation information) {
        return new CurrencyNode(
                information.baseCurrencyCode(),
                information.baseCurrencySymbol(),
                information.defaultDisplayCurrencyCode(),
                information.defaultDisplayCurrencySymbol(),
                information.defaultDisplayCurrencyCode(),
                information.defaultDisplayCurrencySymbol(),
                information.availableCurrencyCodes(),
                information.exchangeRates().stream()
                        .map(rate -> new ExchangeRateNode(
                                rate.currencyTo(), rate.rate().doubleValue()))
                        .toList());
    }
}
