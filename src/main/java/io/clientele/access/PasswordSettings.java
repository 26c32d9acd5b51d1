package io.clientele.access;

import static io.clientele.store.SettingScope.DEFAULT;

import io.clientele.store.SettingDefinition;
import io.clientele.store.SettingDefinitions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The settings of what a new password must look like, beyond the contract's. */
@ApplicationScoped
public class PasswordSettings implements SettingDefinitions {

    /** Whether common passwords and the shop's words are refused. */
    static final SettingDefinition BLOCKLIST =
            SettingDefinition.flag("clientele/password/blocklist", true, DEFAULT, "Refuse Common Passwords");

    /** Names of the shop and its goods, which are guessed for this shop only. */
    static final SettingDefinition SHOP_WORDS = SettingDefinition.list(
            "clientele/password/shop_words", "", DEFAULT, "Words of the Shop to Refuse as Passwords");

    /**
     * NIST SP 800-63B: fifteen characters and the blocklist, no classes of characters. Also for administrators with a
     * second factor, for whom eight would do: it can be reset while the password stays.
     */
    static final SettingDefinition LENGTH_ONLY = SettingDefinition.flag(
            "clientele/password/length_only", false, DEFAULT, "Demand Length instead of Classes of Characters");

    @Override
    public List<SettingDefinition> all() {
        return List.of(BLOCKLIST, SHOP_WORDS, LENGTH_ONLY);
    }
}
