package io.clientele.store;

import io.clientele.shared.GraphQLPreflight;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Takes the currency from a GraphQL request's {@code Content-Currency} header. */
@ApplicationScoped
public class CurrencyHeader implements GraphQLPreflight {

    private final Settings settings;
    private final StoreScope scope;

    @Inject
    CurrencyHeader(Settings settings, StoreScope scope) {
        this.settings = settings;
        this.scope = scope;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public void check(Function<String, @Nullable String> header) {
        String sent = header.apply("Content-Currency");
        String code = sent == null ? "" : sent.strip().toUpperCase(Locale.ROOT);
        if (code.isEmpty()) {
            return;
        }
        if (!settings.list(StoreSettings.ALLOWED_CURRENCIES, scope.view()).contains(code)) {
            throw StoreRefusals.currencyNotAllowed();
        }
        scope.useCurrency(code);
    }
}
