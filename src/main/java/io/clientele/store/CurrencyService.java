package io.clientele.store;

import io.clientele.shared.ExpectedVersion;
import io.clientele.shared.Refusals;
import io.clientele.store.CurrencyInformation.ExchangeRate;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/** Tells the currencies of a store view and keeps their rates. */
@ApplicationScoped
class CurrencyService {

    static final String RESOURCE = "Magento_CurrencySymbol::currency_rates";

    private static final BigDecimal LARGEST = new BigDecimal("1000000000000");

    private final Settings settings;
    private final StoreSnapshot snapshot;
    private final ExchangeRates exchange;
    private final SettingRepository repository;
    private final StoreReach reach;
    private final ExpectedVersion expected;
    private final StoreAudit audit;

    @Inject
    CurrencyService(
            Settings settings,
            StoreSnapshot snapshot,
            ExchangeRates exchange,
            SettingRepository repository,
            StoreReach reach,
            ExpectedVersion expected,
            StoreAudit audit) {
        this.settings = settings;
        this.snapshot = snapshot;
        this.exchange = exchange;
        this.repository = repository;
        this.reach = reach;
        this.expected = expected;
        this.audit = audit;
    }

    CurrencyInformation of(StoreView view) {
        Locale locale = StoreLocale.of(settings.text(StoreSettings.LOCALE, view));
        String base = settings.text(StoreSettings.BASE_CURRENCY, view);
        String shown = settings.text(StoreSettings.DEFAULT_CURRENCY, view);
        List<String> available = settings.list(StoreSettings.ALLOWED_CURRENCIES, view);
        return new CurrencyInformation(
                base, symbol(base, locale), shown, symbol(shown, locale), available, rates(base, available));
    }

    List<CurrencyRate> rates() {
        return snapshot.state().rates();
    }

    /** Keeps the rates; those of other pairs stay. Answers all of them. */
    @Transactional
    List<CurrencyRate> save(List<CurrencyRate> rates) {
        reach.demandAll(RESOURCE);
        StoreState state = snapshot.changing();
        List<CurrencyRate> before = state.rates();
        expected.check(() -> before);
        for (CurrencyRate rate : rates) {
            check(rate);
            repository.put(rate);
        }
        List<CurrencyRate> after = repository.rates();
        audit.rates(before, after);
        return after;
    }

    private static void check(CurrencyRate rate) {
        if (!StoreSettingGuard.isCurrency(rate.from())) {
            throw Refusals.invalidValue("from", rate.from());
        }
        if (!StoreSettingGuard.isCurrency(rate.to())) {
            throw Refusals.invalidValue("to", rate.to());
        }
        boolean fits =
                rate.rate().stripTrailingZeros().scale() <= 12 && rate.rate().compareTo(LARGEST) < 0;
        if (rate.rate().signum() <= 0 || !fits) {
            throw Refusals.invalidValue("rate", rate.rate());
        }
    }

    /** A currency without a rate is left out: nothing could be shown in it. */
    private List<ExchangeRate> rates(String base, List<String> available) {
        return available.stream()
                .flatMap(code -> exchange.rate(base, code).map(rate -> new ExchangeRate(code, rate)).stream())
                .toList();
    }

    private static String symbol(String code, Locale locale) {
        return Currency.getInstance(code).getSymbol(locale);
    }
}
