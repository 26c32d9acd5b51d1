package io.clientele.access;

import io.clientele.shared.Caller;
import io.clientele.shared.Fold;
import io.clientele.store.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Passwords of subjects, and the locks on guessing them: one for each login name and kind of caller, one for each
 * customer's account, and the limit on failures from one address. All count in the database, for all instances; an attempt counts as a failure until it succeeds.
 */
@ApplicationScoped
public class Credentials {

    private static final int LONGEST_LOGIN = 255;

    private final CredentialRepository credentials;
    private final ThrottleRepository throttle;
    private final PasswordHasher hasher;
    private final LoginGate gate;
    private final AddressThrottle addresses;
    private final AccessAudit audit;
    private final Settings settings;
    private final Clock clock;

    Credentials(
            CredentialRepository credentials,
            ThrottleRepository throttle,
            PasswordHasher hasher,
            LoginGate gate,
            AddressThrottle addresses,
            AccessAudit audit,
            Settings settings,
            Clock clock) {
        this.credentials = credentials;
        this.throttle = throttle;
        this.hasher = hasher;
        this.gate = gate;
        this.addresses = addresses;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    /** Gives the subject a password and lifts its lock. Hash it before the transaction begins. */
    @Transactional
    public void set(Subject subject, HashedPassword password) {
        credentials.set(subject, password, clock.instant());
    }

    /**
     * Gives subjects the passwords that a shop brings along for them. Whoever has a password of this service keeps it: it is
     * the later one.
     *
     * @param hashes by customer
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void bring(Map<Long, HashedPassword> hashes) {
        credentials.bring(hashes, clock.instant());
    }

    /** Takes the subject's password away, as when it is deleted. */
    @Transactional
    public void remove(Subject subject) {
        credentials.remove(subject);
    }

    /**
     * Whether the password opens the account of the login name, as on the token routes. Both locks apply; while one
     * holds, even the right password does not.
     *
     * <p>Outside any transaction, because failures must stay counted and no connection may be held while hashing.
     *
     * @param login the user name or e-mail address as sent
     * @param subject who has that login; null when nobody has, which costs the caller the same time
     * @throws io.clientele.shared.Refusal of kind TOO_MANY when too many attempts from the client's address have failed
     */
    @Transactional(Transactional.TxType.NEVER)
    public boolean signIn(Caller.Type type, String login, @Nullable Subject subject, String password) {
        String key = Fold.key(login);
        if (key.length() > LONGEST_LOGIN || key.indexOf('\0') >= 0) {
            // Nobody can have that login name, so there is nothing to guess.
            return addresses.attempt(() -> hasher.matchesNobody(password));
        }
        return addresses.attempt(() -> gate.pass(type + key, () -> {
            if (!admitted(type, key)) {
                return false;
            }
            boolean right = matches(subject == null ? Subject.nobody(type) : subject, password);
            if (right) {
                throttle.clear(type, key);
            } else {
                noteFailure(type, key, subject);
            }
            return right;
        }));
    }

    /**
     * Whether it is the subject's password, as where a customer must give the current one. Only the account's lock
     * applies. Outside any transaction, like {@link #signIn}.
     */
    @Transactional(Transactional.TxType.NEVER)
    public boolean verify(Subject subject, String password) {
        return addresses.attempt(() -> gate.pass(subject, () -> {
            boolean right = matches(subject, password);
            if (!right) {
                audit.passwordWrong(subject);
            }
            return right;
        }));
    }

    /** Whether failures have locked the account for now. */
    public boolean isLocked(Subject subject) {
        return credentials.locked(subject, clock.instant());
    }

    /** Lifts the account's lock and forgets its failures. */
    @Transactional
    public void unlock(Subject subject) {
        credentials.clearFailures(subject);
    }

    /**
     * Lifts the locks of many customers' accounts and forgets their failures, those of their login names too: two
     * statements.
     */
    @Transactional
    public void unlockCustomers(Collection<Long> customerIds, Collection<String> logins) {
        long[] ids = customerIds.stream().mapToLong(Long::longValue).toArray();
        credentials.clearFailures(Caller.Type.CUSTOMER, ids);
        throttle.clear(Caller.Type.CUSTOMER, logins.stream().map(Fold::key).toArray(String[]::new));
    }

    /** Takes the passwords of many customers away. */
    @Transactional
    public void removeCustomers(Collection<Long> customerIds) {
        credentials.remove(
                Caller.Type.CUSTOMER,
                customerIds.stream().mapToLong(Long::longValue).toArray());
    }

    /** Forgets the failures of a login name, as when its owner has proved who it is by another way. */
    @Transactional
    public void forgive(Caller.Type type, String login) {
        throttle.clear(type, Fold.key(login));
    }

    private void noteFailure(Caller.Type type, String key, @Nullable Subject subject) {
        audit.signInFailed(type, subject);
        int most = settings.number(AccessSettings.THROTTLE_FAILURES);
        if (most > 0 && throttle.isFull(type, key, clock.instant(), most)) {
            audit.loginLocked(type, subject);
        }
    }

    private boolean admitted(Caller.Type type, String key) {
        int most = settings.number(AccessSettings.THROTTLE_FAILURES);
        Duration wait = Duration.ofSeconds(settings.number(AccessSettings.THROTTLE_SECONDS));
        return most <= 0 || throttle.admit(type, key, clock.instant(), most, wait);
    }

    private boolean matches(Subject subject, String password) {
        CredentialRepository.Attempt attempt = attempt(subject);
        if (attempt.hash().isEmpty()) {
            return hasher.matchesNobody(password);
        }
        boolean right = matches(subject, password, attempt.hash().get());
        if (right) {
            credentials.clearFailures(subject);
        } else if (attempt.locks()) {
            audit.accountLocked(subject);
        }
        return right;
    }

    private boolean matches(Subject subject, String password, HashedPassword kept) {
        PasswordHasher.Check check = hasher.check(password, kept);
        if (check.better() != null) {
            credentials.improve(subject, kept, check.better());
        }
        return check.right();
    }

    /** Only customers' accounts are locked by failures; administrators have the lock of their login name. */
    private CredentialRepository.Attempt attempt(Subject subject) {
        int most = subject.type() == Caller.Type.CUSTOMER ? settings.number(AccessSettings.LOCK_FAILURES) : 0;
        Duration lock = Duration.ofMinutes(settings.number(AccessSettings.LOCK_MINUTES));
        Duration longest = Duration.ofMinutes(settings.number(ThrottleSettings.LONGEST_LOCK_MINUTES));
        return credentials.attempt(subject, clock.instant(), most, lock, longest.compareTo(lock) > 0 ? longest : lock);
    }
}
