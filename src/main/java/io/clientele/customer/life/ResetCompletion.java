package io.clientele.customer.life;

import io.clientele.access.Credentials;
import io.clientele.access.HashedPassword;
import io.clientele.access.Subject;
import io.clientele.access.Tokens;
import io.clientele.customer.AccountAudit;
import io.clientele.customer.Accounts;
import io.clientele.customer.Customer;
import io.clientele.shared.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** The one use of a token that sets a password. */
@ApplicationScoped
class ResetCompletion {

    private final Accounts accounts;
    private final AccountTokens mailed;
    private final AccountMails mails;
    private final AccountAudit audit;
    private final Credentials credentials;
    private final Tokens tokens;

    @Inject
    ResetCompletion(
            Accounts accounts,
            AccountTokens mailed,
            AccountMails mails,
            AccountAudit audit,
            Credentials credentials,
            Tokens tokens) {
        this.accounts = accounts;
        this.mailed = mailed;
        this.mails = mails;
        this.audit = audit;
        this.credentials = credentials;
        this.tokens = tokens;
    }

    /**
     * Sets the password. The account is locked first: of many at a time one finds the token good.
     *
     * @throws io.clientele.shared.Refusal when the token is not good any more
     */
    @Transactional
    public void complete(long customerId, String token, HashedPassword password) {
        Customer customer = accounts.lock(customerId).orElseThrow(LifeRefusals::wrongResetToken);
        boolean good = mailed.find(TokenPurpose.RESET, token)
                .filter(each -> mailed.isGood(each, customer))
                .isPresent();
        if (!good || !mailed.use(token)) {
            throw LifeRefusals.wrongResetToken();
        }
        Subject subject = Subject.customer(customerId);
        credentials.set(subject, password);
        credentials.forgive(Caller.Type.CUSTOMER, customer.email());
        tokens.revokeAll(subject);
        mailed.withdraw(customerId, TokenPurpose.RESET);
        if (customer.confirmation() != null) {
            accounts.confirm(customerId);
        }
        accounts.verifyEmail(customerId);
        audit.note("password.reset", customer);
        mails.passwordSet(customer);
    }
}
