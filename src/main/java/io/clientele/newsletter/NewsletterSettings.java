package io.clientele.newsletter;

import static io.clientele.store.SettingScope.STORES;

import io.clientele.store.SettingDefinition;
import io.clientele.store.SettingDefinitions;
import io.clientele.store.SettingScope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The settings of the newsletter. */
@ApplicationScoped
public class NewsletterSettings implements SettingDefinitions {

    /** Whether there is a newsletter to subscribe to. */
    static final SettingDefinition ACTIVE =
            SettingDefinition.flag("newsletter/general/active", true, STORES, "Newsletter Enabled");

    static final SettingDefinition GUESTS = SettingDefinition.flag(
            "newsletter/subscription/allow_guest_subscribe", true, STORES, "Allow Guest Subscription");

    /** Whether a subscription begins only once a mailed link has been followed. */
    static final SettingDefinition CONFIRM =
            SettingDefinition.flag("newsletter/subscription/confirm", false, STORES, "Need to Confirm");

    /** By which name the shop knows the text that people agree to; kept with each consent. */
    static final SettingDefinition WORDING = SettingDefinition.text(
            "clientele/newsletter/consent_wording", "", STORES, "Version of the Text of Consent to the Newsletter");

    /** After how many days a subscription that was never confirmed is forgotten; 0 for never. */
    static final SettingDefinition UNCONFIRMED_DAYS = SettingDefinition.number(
            "clientele/retention/unconfirmed_subscription_days",
            0,
            SettingScope.WEBSITES,
            "Days after which Unconfirmed Subscriptions are forgotten");

    static final SettingDefinition CONFIRM_SENDER = sender("confirm", "support");
    static final SettingDefinition SUBSCRIBED_SENDER = sender("success", "general");
    static final SettingDefinition UNSUBSCRIBED_SENDER = sender("un", "support");
    static final SettingDefinition CONFIRM_TEXTS = texts("confirm", "Confirmation Email Template");
    static final SettingDefinition SUBSCRIBED_TEXTS = texts("success", "Success Email Template");
    static final SettingDefinition UNSUBSCRIBED_TEXTS = texts("un", "Unsubscription Email Template");

    static final SettingDefinition CONFIRM_URL = page("confirm");
    static final SettingDefinition UNSUBSCRIBE_URL = page("unsubscribe");

    /** Where mail programs end a subscription; this service's own route, as the world reaches it. */
    static final SettingDefinition ONE_CLICK_URL = SettingDefinition.text(
            "clientele/newsletter/one_click_url",
            "{base_url}rest/{store_code}/V1/newsletter/unsubscribe/{token}",
            STORES,
            "URL of One-Click Unsubscription");

    private static SettingDefinition sender(String kind, String identity) {
        return SettingDefinition.text(
                "newsletter/subscription/" + kind + "_email_identity",
                identity,
                STORES,
                "Email Sender of Newsletter Mails (" + kind + ")");
    }

    private static SettingDefinition texts(String kind, String label) {
        return SettingDefinition.text("newsletter/subscription/" + kind + "_email_template", "", STORES, label);
    }

    private static SettingDefinition page(String name) {
        return SettingDefinition.text(
                "clientele/storefront/newsletter_" + name + "_url",
                "{base_url}newsletter/subscriber/" + name + "?token={token}",
                STORES,
                "Storefront Page: newsletter " + name);
    }

    @Override
    public List<SettingDefinition> all() {
        return List.of(
                ACTIVE,
                GUESTS,
                CONFIRM,
                WORDING,
                UNCONFIRMED_DAYS,
                CONFIRM_SENDER,
                SUBSCRIBED_SENDER,
                UNSUBSCRIBED_SENDER,
                CONFIRM_TEXTS,
                SUBSCRIBED_TEXTS,
                UNSUBSCRIBED_TEXTS,
                CONFIRM_URL,
                UNSUBSCRIBE_URL,
                ONE_CLICK_URL);
    }
}
