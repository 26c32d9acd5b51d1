package io.clientele.customer.life;

import io.clientele.customer.AccountAudit;
import io.clientele.customer.Accounts;
import io.clientele.customer.Confirmation;
import io.clientele.customer.Customer;
import io.clientele.customer.CustomerRefusals;
import io.clientele.customer.CustomerService;
import io.clientele.customer.CustomerSettings;
import io.clientele.shared.CurrentCaller;
import io.clientele.shared.Refusal;
import io.clientele.store.Settings;
import io.clientele.store.StoreScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Confirms accounts by the key that was mailed, or by one that an administrator has given. */
@ApplicationScoped
public class ConfirmationService {

    private final Accounts accounts;
    private final CustomerService customers;
    private final Confirmation confirmation;
    private final AccountTokens tokens;
    private final AccountMails mails;
    private final TokenGuesses guesses;
    private final AccountAudit audit;
    private final AccountRequests requests;
    private final Settings settings;
    private final StoreScope scope;
    private final CurrentCaller caller;

    @Inject
    ConfirmationService(
            Accounts accounts,
            CustomerService customers,
            Confirmation confirmation,
            AccountTokens tokens,
            AccountMails mails,
            TokenGuesses guesses,
            AccountAudit audit,
            AccountRequests requests,
            Settings settings,
            StoreScope scope,
            CurrentCaller caller) {
        this.accounts = accounts;
        this.customers = customers;
        this.confirmation = confirmation;
        this.tokens = tokens;
        this.mails = mails;
        this.guesses = guesses;
        this.audit = audit;
        this.requests = requests;
        this.settings = settings;
        this.scope = scope;
        this.caller = caller;
    }

    /** The contract's word for whether the account is confirmed, is to be, or need not be. */
    public String status(long customerId) {
        Customer customer = customers.get(customerId);
        if (confirmation.isAwaited(customer.confirmation(), customer.websiteId())) {
            return "account_confirmation_required";
        }
        return confirmation.isDemanded(customer.websiteId())
                ? "account_confirmed"
                : "account_confirmation_not_required";
    }

    /** Confirms the account with the id, by its key. */
    @Transactional
    public Customer activate(long customerId, String key) {
        Customer customer = customers.get(customerId);
        return activate(customer.id(), key, LifeRefusals.alreadyActive());
    }

    /**
     * Confirms the account with the address on the request's website, as an administrator does.
     *
     * @throws Refusal when there is none the caller may see, it is active, or the key is not its own
     */
    @Transactional
    public Customer activateAny(String email, String key) {
        return activate(known(email, scope.view().websiteId()).id(), key, LifeRefusals.alreadyActive());
    }

    /** The same for somebody who has nothing but the key: unless the shop tells, it is wrong for everything else. */
    public Customer activateByKey(String email, String key) {
        return guesses.watch(() -> activateOwn(email, key));
    }

    @Transactional
    Customer activateOwn(String email, String key) {
        int website = scope.view().websiteId();
        boolean conceals = settings.flag(CustomerSettings.CONCEAL, website);
        Optional<MailedToken> mailed = tokens.find(TokenPurpose.CONFIRM, key);
        Customer customer = accounts.find(website, email)
                .orElseThrow(
                        () -> conceals ? LifeRefusals.wrongConfirmation() : LifeRefusals.unknownEmail(email, website));
        boolean own = mailed.isPresent() && mailed.get().customerId() == customer.id();
        return activate(
                customer.id(), key, own || !conceals ? LifeRefusals.alreadyActive() : LifeRefusals.wrongConfirmation());
    }

    /** Mails another key to the account with the address, as an administrator asks for it. */
    @Transactional
    public void resend(String email, @Nullable Integer websiteId, @Nullable String redirectUrl) {
        int website = websiteId == null || websiteId == 0 ? scope.view().websiteId() : websiteId;
        Customer customer = known(email, website);
        if (customer.confirmation() == null) {
            throw LifeRefusals.confirmationNotNeeded();
        }
        audit.note("confirmation.requested", customer);
        mails.confirm(customer, redirectUrl);
    }

    /**
     * The same for somebody unknown. Where accounts are concealed, nothing is looked up before the answer.
     *
     * @param unknown what to say of an address that has no account, where that is told
     */
    @Transactional
    public void resend(String email, Refusal unknown) {
        guesses.ask();
        int website = scope.view().websiteId();
        if (!settings.flag(CustomerSettings.CONCEAL, website)) {
            Customer customer = accounts.find(website, email).orElseThrow(() -> unknown);
            if (customer.confirmation() == null) {
                throw LifeRefusals.confirmationNotNeeded();
            }
        }
        requests.add(AccountRequest.CONFIRMATION, website, email);
    }

    /** Mails another key if there is an account with the address that waits for it. */
    @Transactional
    void resendLater(int website, String email) {
        accounts.find(website, email)
                .filter(customer -> customer.active() && customer.confirmation() != null)
                .ifPresent(customer -> {
                    audit.note("confirmation.requested", customer);
                    mails.confirm(customer, null);
                });
    }

    private Customer known(String email, int website) {
        return accounts.find(website, email)
                .filter(found -> caller.get().maySee(found.websiteId()))
                .orElseThrow(() -> LifeRefusals.unknownEmail(email, website));
    }

    private Customer activate(long id, String key, Refusal active) {
        Customer customer = accounts.lock(id).orElseThrow(() -> CustomerRefusals.missing(id));
        if (customer.confirmation() == null) {
            throw active;
        }
        boolean mailed = tokens.find(TokenPurpose.CONFIRM, key)
                .filter(token -> tokens.isGood(token, customer))
                .isPresent();
        if (mailed ? !tokens.use(key) : !isKey(customer.confirmation(), key)) {
            throw LifeRefusals.wrongConfirmation();
        }
        Customer confirmed = accounts.confirm(id);
        audit.note("confirmed", confirmed);
        mails.confirmed(confirmed);
        // A key that an administrator has given shows nothing of who reads the mail.
        return mailed ? accounts.verifyEmail(id) : confirmed;
    }

    private static boolean isKey(String stored, String given) {
        return !stored.startsWith("#")
                && MessageDigest.isEqual(
                        stored.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
