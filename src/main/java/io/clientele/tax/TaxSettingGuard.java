package io.clientele.tax;

import io.clientele.shared.Refusals;
import io.clientele.store.SettingDefinition;
import io.clientele.store.SettingGuard;
import io.clientele.store.SettingScope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Keeps out of the settings a basis and countries that nothing could be worked out from. */
@ApplicationScoped
class TaxSettingGuard implements SettingGuard {

    private static final Set<String> BASES = Set.of("shipping", "billing", "origin");
    private static final List<String> COUNTRIES = Arrays.asList(Locale.getISOCountries());

    @Override
    public void beforeChange(SettingDefinition definition, SettingScope scope, int scopeId, String value) {
        boolean place = definition.equals(TaxSettings.DEFAULT_COUNTRY) || definition.equals(TaxSettings.ORIGIN_COUNTRY);
        boolean bad = (place && !COUNTRIES.contains(value))
                || (definition.equals(TaxSettings.BASED_ON) && !BASES.contains(value));
        if (bad) {
            throw Refusals.invalidValue(definition.path(), value);
        }
    }
}
