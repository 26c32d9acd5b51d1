package io.clientele.access;

import static io.clientele.store.SettingScope.DEFAULT;

import io.clientele.store.SettingDefinition;
import io.clientele.store.SettingDefinitions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The settings of administrators' second factor. */
@ApplicationScoped
public class SecondFactorSettings implements SettingDefinitions {

    /** With {@code google} in it every administrator needs a second factor. */
    static final SettingDefinition FORCED_PROVIDERS =
            SettingDefinition.list("twofactorauth/general/force_providers", "", DEFAULT, "Providers to use");

    /** The ids of roles whose administrators need a second factor. */
    static final SettingDefinition ROLES =
            SettingDefinition.list("clientele/second_factor/roles", "", DEFAULT, "Roles That Need a Second Factor");

    /** The wrong code that locks; 0 for none. */
    static final SettingDefinition RETRIES = SettingDefinition.number(
            "twofactorauth/general/twofactorauth_retry",
            10,
            DEFAULT,
            "Retry attempt limit for Two-Factor Authentication");

    /** How long it locks, in seconds. */
    static final SettingDefinition LOCK_SECONDS = SettingDefinition.number(
            "twofactorauth/general/auth_lock_expire", 300, DEFAULT, "Two-Factor Authentication lockout time (seconds)");

    /** How far the clock of the administrator's device may be off, in seconds. */
    static final SettingDefinition LEEWAY =
            SettingDefinition.number("twofactorauth/google/leeway", 29, DEFAULT, "Leeway");

    /** Where the mail with the configuration token leads; {@code :tfat} stands for the token. */
    static final SettingDefinition NOTIFICATION_URL = SettingDefinition.text(
            "twofactorauth/general/webapi_notification_url", "", DEFAULT, "Configuration Email URL for Web API");

    static final SettingDefinition SENDER = SettingDefinition.text(
            "clientele/second_factor/sender", "general", DEFAULT, "Email Sender of Second Factor Mails");

    @Override
    public List<SettingDefinition> all() {
        return List.of(FORCED_PROVIDERS, ROLES, RETRIES, LOCK_SECONDS, LEEWAY, NOTIFICATION_URL, SENDER);
    }
}
