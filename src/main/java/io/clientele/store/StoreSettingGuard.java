package io.clientele.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Keeps nonsense out of this feature's settings: a locale, zone, currency or address that nothing could be made of. */
@ApplicationScoped
class StoreSettingGuard implements SettingGuard {

    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    @Override
    public void beforeChange(SettingDefinition definition, SettingScope scope, int scopeId, String value) {
        boolean good = switch (definition.path()) {
            case "general/locale/code" -> isLocale(value);
            case "general/locale/timezone" -> ZoneId.getAvailableZoneIds().contains(value);
            case "general/locale/weight_unit" -> value.equals("lbs") || value.equals("kgs");
            case "currency/options/base", "currency/options/default" -> CURRENCIES.contains(value);
            case "currency/options/allow" ->
                !value.isEmpty() && Arrays.stream(value.split(",", -1)).allMatch(CURRENCIES::contains);
            case "web/unsecure/base_url" -> value.equals("{{base_url}}") || isBaseUrl(value);
            case "web/secure/base_url" -> value.equals("{{unsecure_base_url}}") || isBaseUrl(value);
            default -> true;
        };
        if (!good) {
            throw StoreRefusals.wrongValue(definition.path(), value);
        }
    }

    static boolean isCurrency(String code) {
        return CURRENCIES.contains(code);
    }

    private static boolean isLocale(String value) {
        Locale locale = StoreLocale.of(value);
        return value.matches("[a-z]{2,3}(_[A-Z][a-z]{3})?_[A-Z]{2}")
                && Arrays.asList(Locale.getISOCountries()).contains(locale.getCountry())
                && !locale.getDisplayLanguage(Locale.ENGLISH).equals(locale.getLanguage());
    }

    private static boolean isBaseUrl(String value) {
        try {
            URI uri = new URI(value);
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            return web && uri.getHost() != null && uri.getQuery() == null && value.endsWith("/");
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
