package io.clientele.access;

import io.clientele.shared.Refusals;
import io.clientele.store.SettingDefinition;
import io.clientele.store.SettingGuard;
import io.clientele.store.SettingScope;
import jakarta.enterprise.context.ApplicationScoped;

/** Lets only algorithms be chosen that tokens are really signed with, and makes the first key of a new choice. */
@ApplicationScoped
class KeySettingGuard implements SettingGuard {

    private final KeyRotation rotation;
    private final SigningKeys keys;

    KeySettingGuard(KeyRotation rotation, SigningKeys keys) {
        this.rotation = rotation;
        this.keys = keys;
    }

    @Override
    public void beforeChange(SettingDefinition definition, SettingScope scope, int scopeId, String value) {
        if (!definition.equals(AccessSettings.ALGORITHM)) {
            return;
        }
        SigningAlgorithm algorithm =
                SigningAlgorithm.named(value).orElseThrow(() -> Refusals.invalidValue(definition.path(), value));
        if (keys.ring().newest().filter(key -> key.algorithm() == algorithm).isEmpty()) {
            var _ = rotation.rotate(algorithm);
        }
    }
}
