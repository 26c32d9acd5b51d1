package io.clientele.pricing.quote;

import java.math.BigDecimal;
import org.eclipse.microprofile.graphql.Name;

/** An amount in a currency. */
@Name("Money")
public record MoneyNode(String currency, Double value) {

    static MoneyNode of(BigDecimal amount, PriceCurrency currency) {
        return new MoneyNode(currency.code(), amount.doubleValue());
    }
}
