package io.clientele.group;

import io.clientele.store.SettingDefinition;
import io.clientele.store.SettingGuard;
import io.clientele.store.SettingScope;
import io.clientele.tax.vat.VatSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Lets only groups that exist become default groups, and keeps them from being deleted meanwhile. */
@ApplicationScoped
class GroupSettingGuard implements SettingGuard {

    private final GroupRepository repository;

    @Inject
    GroupSettingGuard(GroupRepository repository) {
        this.repository = repository;
    }

    @Override
    public void beforeChange(SettingDefinition definition, SettingScope scope, int scopeId, String value) {
        if (definition.equals(GroupSettings.DEFAULT_GROUP)
                && (value.isEmpty() || !repository.holds(Integer.parseInt(value)))) {
            throw GroupRefusals.notADefault(value);
        }
        // 0 would say that none is set: nobody who has an account is not signed in.
        if (VatSettings.groups().contains(definition)
                && !value.isEmpty()
                && (value.equals("0") || !repository.holds(Integer.parseInt(value)))) {
            throw GroupRefusals.notADefault(value);
        }
    }
}
