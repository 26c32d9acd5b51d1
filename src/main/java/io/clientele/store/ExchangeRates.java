package io.clientele.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.Optional;

/** What currencies are worth in each other, read from memory. */
@ApplicationScoped
public class ExchangeRates {

    private final StoreSnapshot snapshot;

    @Inject
    ExchangeRates(StoreSnapshot snapshot) {
        this.snapshot = snapshot;
    }

    /** What one unit of the one currency is worth in the other; empty where nobody has entered it. */
    public Optional<BigDecimal> rate(String from, String to) {
        if (from.equals(to)) {
            return Optional.of(BigDecimal.ONE);
        }
        return snapshot.state().rates().stream()
                .filter(rate -> rate.from().equals(from) && rate.to().equals(to))
                .map(CurrencyRate::rate)
                .findFirst();
    }
}
