package io.clientele.access;

import io.clientele.store.SettingDefinition;
import java.util.Locale;

/** What a key signs. A token that a key of another purpose has signed is none. */
enum KeyPurpose {
    /** The tokens of people. */
    ACCESS,
    /** The tokens of third parties, which others check by our public keys. */
    OAUTH2;

    /** The setting that chooses its algorithm. */
    SettingDefinition setting() {
        return this == ACCESS ? AccessSettings.ALGORITHM : AccessSettings.OAUTH2_ALGORITHM;
    }

    /** What it is signed with where the setting names nothing that signs. */
    SigningAlgorithm usual() {
        return this == ACCESS ? SigningAlgorithm.HS256 : SigningAlgorithm.ES256;
    }

    boolean takes(SigningAlgorithm algorithm) {
        return this == ACCESS || algorithm.isAsymmetric();
    }

    /** Its name in tables and answers. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static KeyPurpose of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
