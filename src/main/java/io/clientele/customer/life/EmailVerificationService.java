package io.clientele.customer.life;

import io.clientele.customer.AccountAudit;
import io.clientele.customer.Accounts;
import io.clientele.customer.Customer;
import io.clientele.customer.ProfileService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** What the links about e-mail addresses do: show that an address is its owner's, or take a change back. */
@ApplicationScoped
public class EmailVerificationService {

    private final Accounts accounts;
    private final ProfileService profiles;
    private final AccountTokens tokens;
    private final AccountMails mails;
    private final TokenGuesses guesses;
    private final AccountAudit audit;

    @Inject
    EmailVerificationService(
            Accounts accounts,
            ProfileService profiles,
            AccountTokens tokens,
            AccountMails mails,
            TokenGuesses guesses,
            AccountAudit audit) {
        this.accounts = accounts;
        this.profiles = profiles;
        this.tokens = tokens;
        this.mails = mails;
        this.guesses = guesses;
        this.audit = audit;
    }

    /** @throws io.clientele.shared.Refusal when the token is not good */
    public void verify(String token) {
        var _ = guesses.watch(() -> verified(token));
    }

    @Transactional
    Customer verified(String token) {
        MailedToken found = tokens.find(TokenPurpose.VERIFY, token).orElseThrow(LifeRefusals::wrongLink);
        Customer customer = accounts.lock(found.customerId()).orElseThrow(LifeRefusals::wrongLink);
        // A password that was changed meanwhile is no matter here.
        if (!tokens.isFor(found, customer) || !tokens.use(token)) {
            throw LifeRefusals.wrongLink();
        }
        Customer verified = accounts.verifyEmail(customer.id());
        audit.note("email.verified", verified);
        return verified;
    }

    /**
     * Gives the account back the address that the token was mailed to. All sessions end, and links that were mailed
     * since are worthless.
     *
     * @throws io.clientele.shared.Refusal when the token is not good, or somebody else has the address by now
     */
    public void undo(String token) {
        var _ = guesses.watch(() -> restored(token));
    }

    @Transactional
    Customer restored(String token) {
        MailedToken found = tokens.find(TokenPurpose.UNDO, token).orElseThrow(LifeRefusals::wrongLink);
        if (found.usedAt() != null || tokens.isOver(found)) {
            throw LifeRefusals.wrongLink();
        }
        String before = accounts.get(found.customerId()).map(Customer::email).orElseThrow(LifeRefusals::wrongLink);
        // The account first, then its tokens, as everybody does.
        Customer restored = profiles.restoreEmail(found.customerId(), found.email());
        if (!tokens.use(token)) {
            throw LifeRefusals.wrongLink();
        }
        tokens.withdraw(
                restored.id(), TokenPurpose.UNDO, TokenPurpose.RESET, TokenPurpose.VERIFY, TokenPurpose.CONFIRM);
        audit.noteEmail("email.restored", before, restored);
        mails.emailRestored(accounts.verifyEmail(restored.id()));
        return restored;
    }
}
