package io.clientele.customer.life;

import io.clientele.customer.Customer;
import io.clientele.shared.Fold;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Tokens that are mailed to the owners of accounts: 32 characters of 165 random bits, kept as hashes, good once. Those
 * for the password and the address hold only while the account has the address and the password it had when they were
 * made.
 */
@ApplicationScoped
class AccountTokens {

    private static final int LENGTH = 32;
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";

    private final AccountTokenRepository tokens;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

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
        StringBuilder token = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            token.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        tokens.add(
                hash(token.toString()),
                customer.id(),
                purpose,
                email,
                clock.instant(),
                clock.instant().plus(life));
        return token.toString();
    }

    /** The token if there is such a one, whatever has become of it. */
    Optional<MailedToken> find(TokenPurpose purpose, String token) {
        return tokens.find(hash(token), purpose);
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
        return tokens.use(hash(token), clock.instant());
    }

    /** Makes the customer's tokens of these kinds that are out there worthless. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void withdraw(long customerId, TokenPurpose... purposes) {
        tokens.withdraw(customerId, purposes);
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
