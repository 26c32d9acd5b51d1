package io.clientele.customer;

import io.clientele.store.SettingDefinition;
import io.clientele.store.SettingDefinitions;
import io.clientele.store.SettingScope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The settings of accounts. */
@ApplicationScoped
public class CustomerSettings implements SettingDefinitions {

    /** 1: an account belongs to its website; 0: it is good on all of them. */
    static final SettingDefinition SHARE_SCOPE = SettingDefinition.flag(
            "customer/account_share/scope", true, SettingScope.DEFAULT, "Share Customer Accounts (1 = per website)");

    static final SettingDefinition EMAIL_LOOKUP = SettingDefinition.flag(
            "checkout/options/enable_guest_checkout_login", false, SettingScope.STORES, "Enable Guest Checkout Login");

    /** Whether a new account waits until its address is confirmed. */
    public static final SettingDefinition CONFIRMATION = SettingDefinition.flag(
            "customer/create_account/confirm", false, SettingScope.WEBSITES, "Require Emails Confirmation");

    /** Whether a changed address is to be confirmed before its owner can sign in again. */
    public static final SettingDefinition CHANGE_CONFIRMATION = SettingDefinition.flag(
            "customer/account_information/confirm",
            false,
            SettingScope.WEBSITES,
            "Require email confirmation if email has been changed");

    /** Whether people who do not know an account learn nothing of it: every answer is that of a known address. */
    public static final SettingDefinition CONCEAL = SettingDefinition.flag(
            "clientele/privacy/conceal_accounts",
            true,
            SettingScope.WEBSITES,
            "Answer alike for known and unknown addresses");

    /** Whether customers must give their password to change their e-mail address over REST; GraphQL always asks. */
    static final SettingDefinition PASSWORD_FOR_EMAIL = SettingDefinition.flag(
            "clientele/customer/require_password_for_email",
            true,
            SettingScope.WEBSITES,
            "Require the Current Password to Change the Email over REST");

    /** Whether a storefront's forms may let the browser remember the password. */
    public static final SettingDefinition AUTOCOMPLETE = SettingDefinition.flag(
            "customer/password/autocomplete_on_storefront",
            false,
            SettingScope.WEBSITES,
            "Enable Autocomplete on login/forgot password forms");

    /** Whether a storefront leads customers to their account when they have signed in, or leaves them where they were. */
    public static final SettingDefinition TO_DASHBOARD = SettingDefinition.flag(
            "customer/startup/redirect_dashboard",
            false,
            SettingScope.WEBSITES,
            "Redirect Customer to Account Dashboard after Logging in");

    @Override
    public List<SettingDefinition> all() {
        return List.of(
                SHARE_SCOPE,
                EMAIL_LOOKUP,
                CONFIRMATION,
                CHANGE_CONFIRMATION,
                CONCEAL,
                PASSWORD_FOR_EMAIL,
                AUTOCOMPLETE,
                TO_DASHBOARD);
    }
}
