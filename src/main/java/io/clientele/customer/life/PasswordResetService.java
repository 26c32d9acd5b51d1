package io.clientele.customer.life;

import io.clientele.access.PasswordHasher;
import io.clientele.access.PasswordRules;
import io.clientele.customer.AccountAudit;
import io.clientele.customer.Accounts;
import io.clientele.customer.Customer;
import io.clientele.customer.CustomerSettings;
import io.clientele.shared.Refusal;
import io.clientele.store.Settings;
import io.clientele.store.StoreScope;
import io.clientele.store.StoreView;
import io.clientele.store.Stores;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lets people who have forgotten their password set another one by a mailed token. Where accounts are concealed, nothing
 * of an account is looked up before a request is answered.
 */
@ApplicationScoped
public class PasswordResetService {

    private static final int GATES = 64;

    private final Lock[] gates =
            Stream.generate(ReentrantLock::new).limit(GATES).toArray(Lock[]::new);
    private final Accounts accounts;
    private final AccountTokens tokens;
    private final AccountMails mails;
    private final TokenGuesses guesses;
    private final AccountAudit audit;
    private final ResetThrottle throttle;
    private final ResetCompletion completion;
    private final PasswordRules rules;
    private final PasswordHasher hasher;
    private final AccountRequests requests;
    private final Settings settings;
    private final Stores stores;
    private final StoreScope scope;
    private final Clock clock;

    @Inject
    PasswordResetService(
            Accounts accounts,
            AccountTokens tokens,
            AccountMails mails,
            TokenGuesses guesses,
            AccountAudit audit,
            ResetThrottle throttle,
            ResetCompletion completion,
            PasswordRules rules,
            PasswordHasher hasher,
            AccountRequests requests,
            Settings settings,
            Stores stores,
            StoreScope scope,
            Clock clock) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.mails = mails;
        this.guesses = guesses;
        this.audit = audit;
        this.throttle = throttle;
        this.completion = completion;
        this.rules = rules;
        this.hasher = hasher;
        this.requests = requests;
        this.settings = settings;
        this.stores = stores;
        this.scope = scope;
        this.clock = clock;
    }

    /** How an edge words what it tells of accounts, where that is told; locked is null where a lock is no matter. */
    public record Wording(Refusal unknown, @Nullable Refusal locked) {}

    /** REST's words. */
    public Wording wording(String email, @Nullable Integer websiteId) {
        return new Wording(LifeRefusals.unknownEmail(email, view(websiteId).websiteId()), null);
    }

    /**
     * Mails a link to the address if it has an account.
     *
     * @param template the contract's {@code email_reset} or {@code email_reminder}
     * @param websiteId whose account; 0 and null for the request's
     * @throws Refusal when there is no such template or there were too many requests; and, unless accounts are
     *     concealed, when nobody has the address
     */
    @Transactional
    public void request(String email, String template, @Nullable Integer websiteId, Wording wording) {
        ResetTemplate kind = ResetTemplate.of(template);
        guesses.ask();
        StoreView view = view(websiteId);
        throttle.admit(email, view);
        if (!conceals(view)) {
            reveal(accounts.find(view.websiteId(), email), wording);
        }
        requests.add(kind.name(), view.websiteId(), email);
    }

    /** Mails the link if the address has an account. */
    @Transactional
    void sendLater(ResetTemplate template, int websiteId, String email) {
        accounts.find(websiteId, email)
                .flatMap(found -> accounts.lock(found.id()))
                .filter(Customer::active)
                .ifPresent(customer -> {
                    audit.note("password.reset.requested", customer);
                    mails.reset(customer, template);
                });
    }

    /**
     * Accepts the token as the account's.
     *
     * @param customerId 0 for whichever account it is
     * @throws Refusal when it is not, or its time is over
     */
    public void check(long customerId, String token) {
        MailedToken found = guesses.watch(() -> good(tokens.find(TokenPurpose.RESET, token)));
        if (customerId != 0 && found.customerId() != customerId) {
            throw LifeRefusals.wrongResetToken();
        }
    }

    /**
     * Sets the password of the account with the address on the request's website. All its sessions end, its lock is
     * lifted, and its address is verified.
     *
     * @throws Refusal when the token is not good, or the password breaks a rule; and, unless accounts are concealed,
     *     when nobody has the address or wrong passwords have locked the account
     */
    public void reset(String email, String token, String password, Wording wording) {
        Customer customer = guesses.watch(() -> owner(email, token, wording));
        rules.check(password, customer.email());
        // One hash for a token, however many hold it: the others wait and find it used.
        Lock gate = gates[Math.floorMod(token.hashCode(), GATES)];
        gate.lock();
        try {
            good(tokens.find(TokenPurpose.RESET, token));
            // Before the transaction: no connection is held while hashing.
            completion.complete(customer.id(), token, hasher.hash(password));
        } finally {
            gate.unlock();
        }
    }

    private Customer owner(String email, String token, Wording wording) {
        StoreView view = scope.view();
        Optional<MailedToken> found = tokens.find(TokenPurpose.RESET, token);
        Optional<Customer> account = accounts.find(view.websiteId(), email);
        if (!conceals(view)) {
            reveal(account, wording);
        }
        MailedToken good = good(found);
        return account.filter(each -> tokens.isGood(good, each) && each.active())
                .orElseThrow(LifeRefusals::wrongResetToken);
    }

    private MailedToken good(Optional<MailedToken> found) {
        MailedToken token = found.filter(each -> each.usedAt() == null && each.current())
                .orElseThrow(LifeRefusals::wrongResetToken);
        if (tokens.isOver(token)) {
            throw LifeRefusals.resetTokenExpired();
        }
        return token;
    }

    private void reveal(Optional<Customer> account, Wording wording) {
        Customer customer = account.filter(Customer::active).orElseThrow(wording::unknown);
        if (wording.locked() != null && customer.isLocked(clock.instant())) {
            throw wording.locked();
        }
    }

    private boolean conceals(StoreView view) {
        return settings.flag(CustomerSettings.CONCEAL, view.websiteId());
    }

    private StoreView view(@Nullable Integer websiteId) {
        StoreView view = scope.view();
        return websiteId == null || websiteId == 0 || websiteId == view.websiteId()
                ? view
                : stores.defaultViewOf(websiteId);
    }
}
