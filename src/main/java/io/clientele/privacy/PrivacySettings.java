package io.clientele.privacy;

import static io.clientele.store.SettingScope.DEFAULT;
import static io.clientele.store.SettingScope.STORES;
import static io.clientele.store.SettingScope.WEBSITES;

import io.clientele.store.SettingDefinition;
import io.clientele.store.SettingDefinitions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The settings this feature reads. */
@ApplicationScoped
public class PrivacySettings implements SettingDefinitions {

    /** In days, at least 1. */
    static final SettingDefinition DUE_DAYS = SettingDefinition.number(
            "clientele/privacy/due_days", 30, WEBSITES, "Days within which Privacy Requests are answered");

    /** By how many days the time for one can be extended, once. */
    static final SettingDefinition EXTENSION_DAYS = SettingDefinition.number(
            "clientele/privacy/extension_days", 60, WEBSITES, "Days by which that Time can be extended");

    /** In hours, at least 1. */
    static final SettingDefinition LINK_HOURS = SettingDefinition.number(
            "clientele/privacy/verification_link_hours",
            24,
            WEBSITES,
            "Hours for which Links of Privacy Requests are good");

    /** In days, at least 1. */
    static final SettingDefinition FILE_DAYS = SettingDefinition.number(
            "clientele/privacy/file_days", 7, WEBSITES, "Days for which a Person's File can be fetched");

    /** Of one e-mail address within a day; what is less than 1 means 1. */
    static final SettingDefinition MOST_REQUESTS = SettingDefinition.number(
            "clientele/privacy/maximum_requests", 5, WEBSITES, "Most Privacy Requests of an Address within a Day");

    /** Statuses of orders that an erasure waits for. */
    static final SettingDefinition OPEN_STATUSES = SettingDefinition.list(
            "clientele/privacy/open_order_statuses",
            "new,pending,pending_payment,processing,payment_review,holded",
            WEBSITES,
            "Statuses of Orders that an Erasure waits for");

    /** For how many days after its end a request is kept, at least 1. */
    static final SettingDefinition RECORD_DAYS = SettingDefinition.number(
            "clientele/privacy/record_days", 730, DEFAULT, "Days for which the Record of Privacy Requests is kept");

    /** After how many days without a sign-in or an order an account is erased; 0 for never. */
    static final SettingDefinition INACTIVE_DAYS = SettingDefinition.number(
            "clientele/retention/inactive_account_days", 0, WEBSITES, "Days after which unused Accounts are erased");

    /** After how many days the key of an address without an account is destroyed; 0 for never. */
    static final SettingDefinition GUEST_DAYS = SettingDefinition.number(
            "clientele/retention/guest_audit_days",
            0,
            DEFAULT,
            "Days after which the Audit Log forgets who Guests were");

    /** After how many days the key of an account that was deleted is destroyed; 0 for never. */
    static final SettingDefinition DELETED_DAYS = SettingDefinition.number(
            "clientele/retention/deleted_account_audit_days",
            0,
            DEFAULT,
            "Days after which the Audit Log forgets whose deleted Accounts were");

    static final SettingDefinition SENDER = SettingDefinition.text(
            "clientele/privacy/email_identity", "support", STORES, "Email Sender of Privacy Mails");

    static final SettingDefinition VERIFY_TEXTS =
            SettingDefinition.text("clientele/privacy/verify_email_template", "", STORES, "Privacy Verification Email");

    static final SettingDefinition FILE_TEXTS =
            SettingDefinition.text("clientele/privacy/file_email_template", "", STORES, "Privacy File Email");

    static final SettingDefinition VERIFY_URL = SettingDefinition.text(
            "clientele/storefront/privacy_verify_url",
            "{base_url}customer/privacy/verify?id={id}&token={token}",
            STORES,
            "Storefront Page: verify a privacy request");

    static final SettingDefinition FILE_URL = SettingDefinition.text(
            "clientele/storefront/privacy_file_url",
            "{base_url}customer/privacy/file?id={id}&token={token}",
            STORES,
            "Storefront Page: fetch what is kept of somebody");

    @Override
    public List<SettingDefinition> all() {
        return List.of(
                DUE_DAYS,
                EXTENSION_DAYS,
                LINK_HOURS,
                FILE_DAYS,
                MOST_REQUESTS,
                OPEN_STATUSES,
                RECORD_DAYS,
                INACTIVE_DAYS,
                GUEST_DAYS,
                DELETED_DAYS,
                SENDER,
                VERIFY_TEXTS,
                FILE_TEXTS,
                VERIFY_URL,
                FILE_URL);
    }
}
