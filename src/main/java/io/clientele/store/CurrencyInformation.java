package io.clientele.store;

import java.math.BigDecimal;
import java.util.List;

/** The currencies of a store view, in the contract's names. */
record CurrencyInformation(
        String baseCurrencyCode,
        String baseCurrencySymbol,
        String defaultDisplayCurrencyCode,
        String defaultDisplayCurrencySymbol,
        List<String> availableCurrencyCodes,
        List<ExchangeRate> exchangeRates) {

    /** What one unit of the base currency is worth. */
    record ExchangeRate(String currencyTo, BigDecimal rate) {}
}
