package io.clientele.customer.life;

import io.clientele.customer.Customer;
import io.clientele.mail.MailKind;
import io.clientele.mail.Mails;
import io.clientele.mail.Recipient;
import io.clientele.store.Settings;
import io.clientele.store.StoreUrls;
import io.clientele.store.StoreView;
import io.clientele.store.Stores;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The mails to owners of accounts, each with the token that its link carries. */
@ApplicationScoped
class AccountMails {

    private static final MailKind WELCOME =
            new MailKind("welcome", LifeSettings.ACCOUNT_SENDER, LifeSettings.WELCOME, LifeSettings.VERIFY_URL);
    private static final MailKind WELCOME_WITHOUT_PASSWORD = new MailKind(
            "welcome-no-password",
            LifeSettings.ACCOUNT_SENDER,
            LifeSettings.WELCOME_WITHOUT_PASSWORD,
            LifeSettings.SET_PASSWORD_URL);
    private static final MailKind CONFIRM =
            new MailKind("confirmation", LifeSettings.ACCOUNT_SENDER, LifeSettings.CONFIRM, LifeSettings.CONFIRM_URL);
    private static final MailKind CONFIRMED =
            new MailKind("confirmed", LifeSettings.ACCOUNT_SENDER, LifeSettings.CONFIRMED, null);
    private static final MailKind RESET =
            new MailKind("password-reset", LifeSettings.PASSWORD_SENDER, LifeSettings.FORGOT, LifeSettings.RESET_URL);
    private static final MailKind REMINDER = new MailKind(
            "password-reminder", LifeSettings.PASSWORD_SENDER, LifeSettings.REMIND, LifeSettings.RESET_URL);
    private static final MailKind PASSWORD_SET =
            new MailKind("password-set", LifeSettings.PASSWORD_SENDER, LifeSettings.PASSWORD_SET, null);
    private static final MailKind EMAIL_CHANGED = new MailKind(
            "email-changed", LifeSettings.PASSWORD_SENDER, LifeSettings.EMAIL_CHANGED, LifeSettings.UNDO_URL);
    private static final MailKind EMAIL_CORRECTED =
            new MailKind("email-changed", LifeSettings.PASSWORD_SENDER, LifeSettings.EMAIL_CHANGED, null);
    private static final MailKind EMAIL_VERIFY =
            new MailKind("email-verify", LifeSettings.ACCOUNT_SENDER, null, LifeSettings.VERIFY_URL);
    private static final MailKind EMAIL_RESTORED =
            new MailKind("email-restored", LifeSettings.PASSWORD_SENDER, null, LifeSettings.RESET_URL);

    private static final Duration UNDO = Duration.ofDays(3);

    private final Mails mails;
    private final AccountTokens tokens;
    private final Settings settings;
    private final Stores stores;
    private final StoreUrls urls;

    @Inject
    AccountMails(Mails mails, AccountTokens tokens, Settings settings, Stores stores, StoreUrls urls) {
        this.mails = mails;
        this.tokens = tokens;
        this.settings = settings;
        this.stores = stores;
        this.urls = urls;
    }

    /** Its link shows that the owner reads the address's mail. */
    void welcome(Customer customer) {
        send(WELCOME, customer, token(customer, TokenPurpose.VERIFY, confirmationLife()));
    }

    /** Its link sets the first password. */
    void welcomeWithoutPassword(Customer customer) {
        // A new account has no earlier link.
        send(WELCOME_WITHOUT_PASSWORD, customer, newResetToken(customer));
    }

    /** @param redirectUrl where the page is to lead in the end; dropped unless it is the shop's own */
    void confirm(Customer customer, @Nullable String redirectUrl) {
        Map<String, Object> values = token(customer, TokenPurpose.CONFIRM, confirmationLife());
        values.put("redirect_url", isOwn(redirectUrl, viewOf(customer)) ? redirectUrl : "");
        send(CONFIRM, customer, values);
    }

    void confirmed(Customer customer) {
        send(CONFIRMED, customer, Map.of());
    }

    void reset(Customer customer, ResetTemplate template) {
        send(template == ResetTemplate.REMINDER ? REMINDER : RESET, customer, resetToken(customer));
    }

    void passwordSet(Customer customer) {
        send(PASSWORD_SET, customer, Map.of());
    }

    /** To the address the account had; its link takes the change back. */
    void emailChanged(Customer before) {
        send(EMAIL_CHANGED, before, token(before, TokenPurpose.UNDO, UNDO));
    }

    /** The same without a link, where nobody has ever shown to read the mail of that address. */
    void emailCorrected(Customer before) {
        send(EMAIL_CORRECTED, before, Map.of());
    }

    /** To the address the account has now. */
    void verify(Customer customer) {
        send(EMAIL_VERIFY, customer, token(customer, TokenPurpose.VERIFY, confirmationLife()));
    }

    /** The change was taken back; its link sets another password, since somebody may know this one. */
    void emailRestored(Customer customer) {
        send(EMAIL_RESTORED, customer, resetToken(customer));
    }

    private Map<String, Object> resetToken(Customer customer) {
        // Only the newest link is good.
        tokens.withdraw(customer.id(), TokenPurpose.RESET);
        return newResetToken(customer);
    }

    private Map<String, Object> newResetToken(Customer customer) {
        return token(
                customer, TokenPurpose.RESET, Duration.ofHours(Math.max(1, settings.number(LifeSettings.RESET_HOURS))));
    }

    private Map<String, Object> token(Customer customer, TokenPurpose purpose, Duration life) {
        Map<String, Object> values = new HashMap<>();
        values.put("token", tokens.issue(customer, purpose, customer.email(), life));
        values.put("hours", life.toHours());
        return values;
    }

    private Duration confirmationLife() {
        return Duration.ofHours(Math.max(1, settings.number(LifeSettings.CONFIRMATION_HOURS)));
    }

    private void send(MailKind kind, Customer customer, Map<String, ?> values) {
        Map<String, Object> all = new HashMap<>(values);
        all.put("id", customer.id());
        String name = customer.firstname() + " " + customer.lastname();
        mails.send(kind, Recipient.customer(customer.id(), name, customer.email()), viewOf(customer), all);
    }

    private StoreView viewOf(Customer customer) {
        return stores.findView(customer.storeId()).orElseGet(stores::defaultView);
    }

    /** Whether the address is one of the store view's own pages, so that no mail of ours leads elsewhere. */
    private boolean isOwn(@Nullable String url, StoreView view) {
        if (url == null) {
            return false;
        }
        try {
            URI base = URI.create(urls.secureBase(view));
            URI given = URI.create(url);
            return base.getScheme().equals(given.getScheme())
                    && base.getRawAuthority() != null
                    && base.getRawAuthority().equals(given.getRawAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
