package io.clientele.access;

import io.clientele.shared.Refusal;
import io.clientele.store.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** Which administrators need a second factor, and whether a code is theirs. */
@ApplicationScoped
class SecondFactors {

    static final String PROVIDER = "google";

    private final SecondFactorRepository repository;
    private final SecretSeal seal;
    private final AddressThrottle addresses;
    private final AccessAudit audit;
    private final Settings settings;
    private final Clock clock;

    SecondFactors(
            SecondFactorRepository repository,
            SecretSeal seal,
            AddressThrottle addresses,
            AccessAudit audit,
            Settings settings,
            Clock clock) {
        this.repository = repository;
        this.seal = seal;
        this.addresses = addresses;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    boolean isForced() {
        return settings.list(SecondFactorSettings.FORCED_PROVIDERS).contains(PROVIDER);
    }

    boolean isDemanded(AdminUser user) {
        return isForced() || settings.list(SecondFactorSettings.ROLES).contains(Long.toString(user.roleId()));
    }

    /** Whether the administrator has configured one. Once there is one, it is asked for even where it is not demanded. */
    boolean isActive(long userId) {
        return repository.isActive(userId);
    }

    /**
     * Uses a code up. Wrong ones lock after as many tries as the setting says, counted over all instances; a right one
     * during the lock, or one that was used before, is refused like a wrong one.
     *
     * @throws Refusal when it is not a code of the administrator's for now
     */
    void accept(long userId, String code) {
        addresses.check();
        Instant now = clock.instant();
        Optional<SecondFactorRepository.Guess> guess = repository.guess(
                userId,
                now,
                settings.number(SecondFactorSettings.RETRIES),
                Duration.ofSeconds(settings.number(SecondFactorSettings.LOCK_SECONDS)));
        if (guess.isPresent() && isRight(userId, guess.get(), code, now)) {
            return;
        }
        addresses.failed();
        if (guess.isPresent()) {
            audit.codeWrong(userId);
            if (guess.get().locks()) {
                audit.secondFactor("locked", userId);
            }
        }
        throw AccessRefusals.wrongCode();
    }

    private boolean isRight(long userId, SecondFactorRepository.Guess guess, String code, Instant now) {
        Duration leeway = Duration.ofSeconds(
                Math.clamp(settings.number(SecondFactorSettings.LEEWAY), 0, OneTimeCodes.PERIOD_SECONDS));
        OptionalLong step =
                OneTimeCodes.step(seal.open(SecretSeal.SECOND_FACTOR, userId, guess.secret()), code, now, leeway);
        return step.isPresent() && repository.accept(userId, step.getAsLong(), now);
    }
}
