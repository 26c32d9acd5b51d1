package io.clientele.assistance;

import io.clientele.store.SettingDefinition;
import io.clientele.store.SettingDefinitions;
import io.clientele.store.SettingScope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The settings of login as customer. */
@ApplicationScoped
public class AssistanceSettings implements SettingDefinitions {

    static final SettingDefinition ENABLED = SettingDefinition.flag(
            "login_as_customer/general/enabled", true, SettingScope.DEFAULT, "Enable Login as Customer");

    /** What a storefront writes beside the box with which customers give their consent. */
    static final SettingDefinition TITLE = SettingDefinition.text(
            "login_as_customer/general/shopping_assistance_checkbox_title",
            "Allow remote shopping assistance",
            SettingScope.STORES,
            "Title for Login as Customer opt-in checkbox");

    static final SettingDefinition TOOLTIP = SettingDefinition.text(
            "login_as_customer/general/shopping_assistance_checkbox_tooltip",
            "",
            SettingScope.STORES,
            "Login as Customer checkbox tooltip");

    /** By which name the shop knows the text that customers agree to; kept with each consent. */
    static final SettingDefinition WORDING = SettingDefinition.text(
            "clientele/assistance/consent_wording",
            "",
            SettingScope.STORES,
            "Version of the Text of Consent to Login as Customer");

    static final SettingDefinition REQUIRE_CONSENT = SettingDefinition.flag(
            "clientele/assistance/require_consent",
            true,
            SettingScope.WEBSITES,
            "Login as customer needs the customer's consent");

    static final SettingDefinition CODE_LIFETIME = SettingDefinition.number(
            "clientele/assistance/code_lifetime",
            60,
            SettingScope.WEBSITES,
            "Seconds for which a one-time code of login as customer is good");

    /** A code is worthless after so many wrong ones for its customer. */
    static final SettingDefinition CODE_GUESSES = SettingDefinition.number(
            "clientele/assistance/code_guesses",
            5,
            SettingScope.WEBSITES,
            "Wrong one-time codes of login as customer after which the right one is refused");

    @Override
    public List<SettingDefinition> all() {
        return List.of(ENABLED, TITLE, TOOLTIP, WORDING, REQUIRE_CONSENT, CODE_LIFETIME, CODE_GUESSES);
    }
}
