package io.clientele.customer.life;

import static io.clientele.store.SettingScope.DEFAULT;
import static io.clientele.store.SettingScope.STORES;

import io.clientele.store.SettingDefinition;
import io.clientele.store.SettingDefinitions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The settings of what owners of accounts are mailed and come back with. */
@ApplicationScoped
public class LifeSettings implements SettingDefinitions {

    /** 0 none, 1 by address and e-mail, 2 by address, 3 by e-mail. */
    static final SettingDefinition RESET_PROTECTION = SettingDefinition.number(
            "customer/password/password_reset_protection_type", 1, STORES, "Password Reset Protection Type");

    /** Within an hour; 0 for any number. */
    static final SettingDefinition MOST_RESETS = SettingDefinition.number(
            "customer/password/max_number_password_reset_requests", 5, STORES, "Max Number of Password Reset Requests");

    /** In minutes; 0 for none. */
    static final SettingDefinition RESET_PAUSE = SettingDefinition.number(
            "customer/password/min_time_between_password_reset_requests",
            10,
            STORES,
            "Min Time Between Password Reset Requests");

    /** In hours, at least 1. */
    static final SettingDefinition RESET_HOURS = SettingDefinition.number(
            "customer/password/reset_link_expiration_period", 2, DEFAULT, "Recovery Link Expiration Period (hours)");

    /** In hours, at least 1: of links that confirm an account or a subscription, or verify an address. */
    public static final SettingDefinition CONFIRMATION_HOURS = SettingDefinition.number(
            "clientele/customer/confirmation_link_expiration_period",
            24,
            DEFAULT,
            "Confirmation Link Expiration Period (hours)");

    static final SettingDefinition ACCOUNT_SENDER = SettingDefinition.text(
            "customer/create_account/email_identity", "general", STORES, "Email Sender of Account Mails");

    static final SettingDefinition PASSWORD_SENDER = SettingDefinition.text(
            "customer/password/forgot_email_identity", "support", STORES, "Email Sender of Password Mails");

    static final SettingDefinition WELCOME = template("customer/create_account/email_template", "Welcome Email");

    static final SettingDefinition WELCOME_WITHOUT_PASSWORD =
            template("customer/create_account/email_no_password_template", "Welcome Email without Password");

    static final SettingDefinition CONFIRM =
            template("customer/create_account/email_confirmation_template", "Confirmation Link Email");

    static final SettingDefinition CONFIRMED =
            template("customer/create_account/email_confirmed_template", "Welcome Email after Confirmation");

    static final SettingDefinition FORGOT =
            template("customer/password/forgot_email_template", "Forgot Email Template");

    static final SettingDefinition REMIND =
            template("customer/password/remind_email_template", "Remind Email Template");

    static final SettingDefinition PASSWORD_SET =
            template("customer/password/reset_password_template", "Reset Password Template");

    static final SettingDefinition EMAIL_CHANGED =
            template("customer/account_information/change_email_template", "Change Email Template");

    static final SettingDefinition CONFIRM_URL = page("confirm", "confirm?id={id}&token={token}&email={email}");

    static final SettingDefinition VERIFY_URL = page("verify_email", "verifyEmail?token={token}");

    static final SettingDefinition RESET_URL =
            page("reset_password", "createPassword?id={id}&token={token}&email={email}");

    static final SettingDefinition SET_PASSWORD_URL =
            page("set_password", "createPassword?id={id}&token={token}&email={email}");

    static final SettingDefinition UNDO_URL = page("undo_email_change", "undoEmailChange?token={token}");

    private static SettingDefinition template(String path, String label) {
        return SettingDefinition.text(path, "", STORES, label);
    }

    private static SettingDefinition page(String name, String end) {
        return SettingDefinition.text(
                "clientele/storefront/" + name + "_url",
                "{base_url}customer/account/" + end,
                STORES,
                "Storefront Page: " + name.replace('_', ' '));
    }

    @Override
    public List<SettingDefinition> all() {
        return List.of(
                RESET_PROTECTION,
                MOST_RESETS,
                RESET_PAUSE,
                RESET_HOURS,
                CONFIRMATION_HOURS,
                ACCOUNT_SENDER,
                PASSWORD_SENDER,
                WELCOME,
                WELCOME_WITHOUT_PASSWORD,
                CONFIRM,
                CONFIRMED,
                FORGOT,
                REMIND,
                PASSWORD_SET,
                EMAIL_CHANGED,
                CONFIRM_URL,
                VERIFY_URL,
                RESET_URL,
                SET_PASSWORD_URL,
                UNDO_URL);
    }
}
