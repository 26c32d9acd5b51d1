package io.clientele.store;

import java.math.BigDecimal;

/** What one unit of a currency is worth in another; both are ISO 4217 codes, the rate is above zero. */
public record CurrencyRate(String from, String to, BigDecimal rate) {}
