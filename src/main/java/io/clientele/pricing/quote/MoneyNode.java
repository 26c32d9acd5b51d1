package io.clientele.pricing.quote;

import java.math.BigDecimal;
import org.eclipse.microprofile.graphql.Name;
import org.jspecify.annotations.Nullable;

/**
 * An amount in a currency.
 *
 * @param value null where it is not known
 */
@Name("Money")
public record MoneyNode(String currency, @Nullable Double value) {

    static MoneyNode of(BigDecimal amount, PriceCurrency currency) {
        return new MoneyNode(currency.code(), amount.doubleValue());
    }
}
