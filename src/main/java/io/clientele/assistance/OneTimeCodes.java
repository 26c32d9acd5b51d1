package io.clientele.assistance;

import io.clientele.customer.Customer;
import io.clientele.shared.Sha256;
import io.clientele.store.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** One-time codes: 32 hexadecimal characters of 128 random bits, kept as hashes, good once and for a short time. */
@ApplicationScoped
class OneTimeCodes {

    private static final int BYTES = 16;

    private final OneTimeCodeRepository codes;
    private final Settings settings;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    @Inject
    OneTimeCodes(OneTimeCodeRepository codes, Settings settings, Clock clock) {
        this.codes = codes;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What came of trying a code.
     *
     * @param tried whether there was a code to be guessed at
     * @param right the code, which is used up now; empty when it was a wrong one
     */
    record Trial(boolean tried, Optional<OneTimeCode> right) {}

    /** Makes a code for the administrator; the one before is worthless from then on. */
    @Transactional(Transactional.TxType.MANDATORY)
    public String issue(Customer customer, long adminId, String reason) {
        byte[] bits = new byte[BYTES];
        random.nextBytes(bits);
        String code = HexFormat.of().formatHex(bits);
        int seconds = settings.number(AssistanceSettings.CODE_LIFETIME, customer.websiteId());
        codes.put(
                customer.id(),
                new OneTimeCode(adminId, hash(code), reason),
                clock.instant().plusSeconds(seconds));
        return code;
    }

    /** Uses the code up, or counts a wrong guess; codes are tried one after the other for each customer. */
    @Transactional
    public Trial redeem(Customer customer, String code) {
        int guesses = settings.number(AssistanceSettings.CODE_GUESSES, customer.websiteId());
        List<OneTimeCode> good = codes.lock(customer.id(), clock.instant(), guesses);
        String hash = hash(code);
        Optional<OneTimeCode> right =
                good.stream().filter(each -> each.hash().equals(hash)).findFirst();
        if (right.isPresent()) {
            codes.remove(customer.id(), right.get().adminId());
        } else if (!good.isEmpty()) {
            codes.countGuess(customer.id());
        }
        return new Trial(!good.isEmpty(), right);
    }

    private static String hash(String code) {
        return Sha256.hex(code);
    }
}
