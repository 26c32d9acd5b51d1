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
        for (KeyPurpose purpose : KeyPurpose.values()) {
            if (definition.equals(purpose.setting())) {
                change(purpose, value);
            }
        }
    }

    private void change(KeyPurpose purpose, String value) {
        SigningAlgorithm algorithm = SigningAlgorithm.named(value)
                .filter(purpose::takes)
                .orElseThrow(() -> Refusals.invalidValue(purpose.setting().path(), value));
        if (keys.ring()
                .of(purpose)
                .newest()
                .filter(key -> key.algorithm() == algorithm)
                .isEmpty()) {
            var _ = rotation.rotate(purpose, algorithm);
        }
    }
}
