package io.clientele.customer.life;

import io.clientele.customer.Customer;
import io.clientele.mail.LinkToken;
import io.clientele.shared.Fold;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Tokens that are mailed to the owners of accounts, kept as hashes, good once. Those
 * for the password and the address hold only while the account has the address and the password it had when they were
 * made.
 */
@ApplicationScoped
class AccountTokens {

    private final AccountTokenRepository tokens;
    private final Clock clock;

    @Inject
    AccountTokens(AccountTokenRepository tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    /**
     * Makes a token for the address.
     *
     * @param email the account's own address; for undoing, the one to go back to
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public String issue(Customer customer, TokenPurpose purpose, String email, Duration life) {
        String token = LinkToken.make();
        tokens.add(
                LinkToken.hash(token),
                customer.id(),
                purpose,
                email,
                clock.instant(),
                clock.instant().plus(life));
        return token;
    }

    /** The token if there is such a one, whatever has become of it. */
    Optional<MailedToken> find(TokenPurpose purpose, String token) {
        return tokens.find(LinkToken.hash(token), purpose);
    }

    /** Whether the token is the customer's, made for the address it has, unused and in time. */
    boolean isFor(MailedToken token, Customer customer) {
        return token.customerId() == customer.id()
                && token.usedAt() == null
                && !isOver(token)
                && Fold.key(token.email()).equals(Fold.key(customer.email()));
    }

    /** Whether besides the password is still the one it was made under. */
    boolean isGood(MailedToken token, Customer customer) {
        return token.current() && isFor(token, customer);
    }

    /** Whether the token's time is over. */
    boolean isOver(MailedToken token) {
        return !token.expiresAt().isAfter(clock.instant());
    }

    /** Uses the token up; false when somebody else has. */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean use(String token) {
        return tokens.use(LinkToken.hash(token), clock.instant());
    }

    /** Makes the customer's tokens of these kinds that are out there worthless. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void withdraw(long customerId, TokenPurpose... purposes) {
        tokens.withdraw(customerId, purposes);
    }
}
