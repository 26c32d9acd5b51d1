package io.clientele.pricing.quote;

import io.clientele.shared.Refusals;
import io.clientele.store.SettingDefinition;
import io.clientele.store.SettingGuard;
import io.clientele.store.SettingScope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Lets only ways of reckoning tax be set that there are. */
@ApplicationScoped
class QuoteSettingGuard implements SettingGuard {

    private static final Set<String> ALGORITHMS =
            Set.of("UNIT_BASE_CALCULATION", "ROW_BASE_CALCULATION", "TOTAL_BASE_CALCULATION");

    @Override
    public void beforeChange(SettingDefinition definition, SettingScope scope, int scopeId, String value) {
        if (definition.equals(QuoteSettings.ALGORITHM) && !ALGORITHMS.contains(value)) {
            throw Refusals.invalidValue(definition.path(), value);
        }
    }
}
