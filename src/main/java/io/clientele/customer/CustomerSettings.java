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

    /** Whether a storefront's forms may let the browser remember the password. */
    public static final SettingDefinition AUTOCOMPLETE = SettingDefinition.flag(
            "customer/password/autocomplete_on_storefront",
            false,
            SettingScope.WEBSITES,
            "Enable Autocomplete on login/forgot password forms");

    @Override
    public List<SettingDefinition> all() {
        return List.of(SHARE_SCOPE, EMAIL_LOOKUP, CONFIRMATION, AUTOCOMPLETE);
    }
}
