package io.clientele.customer;

import io.clientele.access.Credentials;
import io.clientele.access.PasswordHasher;
import io.clientele.access.RefreshTokens;
import io.clientele.access.Subject;
import io.clientele.access.TokenPair;
import io.clientele.access.Tokens;
import io.clientele.group.Groups;
import io.clientele.shared.Caller;
import io.clientele.shared.Refusal;
import io.clientele.shared.Refusals;
import io.clientele.store.StoreScope;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Signs customers in and out. */
@ApplicationScoped
public class SignInService {

    private final CustomerRepository customers;
    private final Credentials credentials;
    private final PasswordHasher hasher;
    private final Tokens tokens;
    private final AccountAudit audit;
    private final RefreshTokens refreshTokens;
    private final Groups groups;
    private final Confirmation confirmation;
    private final StoreScope scope;
    private final List<SignInParticipant> participants;

    @Inject
    SignInService(
            CustomerRepository customers,
            Credentials credentials,
            PasswordHasher hasher,
            Tokens tokens,
            AccountAudit audit,
            RefreshTokens refreshTokens,
            Groups groups,
            Confirmation confirmation,
            StoreScope scope,
            @All List<SignInParticipant> participants) {
        this.customers = customers;
        this.credentials = credentials;
        this.hasher = hasher;
        this.tokens = tokens;
        this.audit = audit;
        this.refreshTokens = refreshTokens;
        this.groups = groups;
        this.confirmation = confirmation;
        this.scope = scope;
        this.participants = participants;
    }

    /**
     * A token for the account of the request's website.
     *
     * @throws Refusal the same for an unknown address, a wrong password, a lock and a group that is shut out of the
     *     website; another one for an account that is still to be confirmed
     */
    public String signIn(@Nullable String email, @Nullable String password) {
        Account account = authenticated(email, password);
        String token = issue(account);
        participants.forEach(participant -> participant.signedIn(account.id()));
        return token;
    }

    /**
     * As {@link #signIn}, for a session that can be renewed.
     *
     * @throws Refusal as {@link #signIn}
     */
    public TokenPair begin(@Nullable String email, @Nullable String password) {
        Account account = authenticated(email, password);
        TokenPair pair = beginWith(account);
        participants.forEach(participant -> participant.signedIn(account.id()));
        return pair;
    }

    /**
     * The next pair of a session.
     *
     * @throws Refusal when the token is not good, or the account no longer is
     */
    public TokenPair refresh(String token) {
        return renewed(token).orElseThrow(RefreshTokens::refusal);
    }

    private Account authenticated(@Nullable String email, @Nullable String password) {
        List<Refusal> missing = new ArrayList<>();
        if (email == null || email.isBlank()) {
            missing.add(Refusals.required("username"));
        }
        if (password == null || password.isEmpty()) {
            missing.add(Refusals.required("password"));
        }
        if (email == null || password == null || !missing.isEmpty()) {
            throw Refusal.all(missing);
        }
        hasher.requireRoom();
        int website = scope.view().websiteId();
        Optional<Account> account = customers.account(website, email.strip());
        Subject subject = account.map(found -> Subject.customer(found.id())).orElse(null);
        boolean right = credentials.signIn(Caller.Type.CUSTOMER, email.strip(), subject, password);
        if (!right || account.isEmpty()) {
            throw Refusals.signInFailed();
        }
        check(account.get(), website);
        return account.get();
    }

    private void check(Account account, int website) {
        if (isShutOut(account.groupId(), website)) {
            audit.signInRefused(account, "group");
            throw Refusals.signInFailed();
        }
        if (account.active() && confirmation.isAwaited(account.confirmation(), website)) {
            audit.signInRefused(account, "confirmation");
            throw CustomerRefusals.notConfirmed();
        }
    }

    /** Whoever deactivates the account waits for this, and then ends the token with the others. */
    @Transactional
    String issue(Account account) {
        demandActive(account);
        audit.signedIn(account);
        return tokens.issue(Subject.customer(account.id()), account.websiteId());
    }

    /**
     * A token with which the administrator acts for the customer on the website. Nothing is asked of the password, of
     * locks and of what is to be confirmed.
     *
     * @throws Refusal when the account is not active, or its group is shut out of the website
     */
    @Transactional
    public String signInFor(Customer customer, int websiteId, long adminId) {
        if (isShutOut(customer.groupId(), websiteId) || !customers.holdActive(customer.id())) {
            throw Refusals.signInFailed();
        }
        return tokens.issueFor(Subject.customer(customer.id()), customer.websiteId(), adminId);
    }

    @Transactional
    TokenPair beginWith(Account account) {
        demandActive(account);
        audit.signedIn(account);
        return refreshTokens.begin(Subject.customer(account.id()), account.websiteId());
    }

    private void demandActive(Account account) {
        if (!customers.holdActive(account.id())) {
            audit.signInRefused(account, "inactive");
            throw Refusals.signInFailed();
        }
    }

    @Transactional
    Optional<TokenPair> renewed(String token) {
        return refreshTokens.refresh(Caller.Type.CUSTOMER, token, who -> customers.holdActive(who.id()));
    }

    private boolean isShutOut(int groupId, int websiteId) {
        return groups.find(groupId)
                .filter(group -> group.excludedWebsiteIds().contains(websiteId))
                .isPresent();
    }
}
