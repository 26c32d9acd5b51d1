package io.clientele.access;

import com.bastiaanjansen.otp.HOTPGenerator;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/** Time-based one-time codes (RFC 6238) as authenticator apps make them: SHA-1, six digits, thirty seconds. */
final class OneTimeCodes {

    static final int PERIOD_SECONDS = 30;
    private static final int DIGITS = 6;

    private OneTimeCodes() {}

    /**
     * The time step that the code is of.
     *
     * @param secret in Base32, as bytes
     * @param leeway how far the clocks may be apart
     * @return empty when it is of none around the moment; always after the same work
     */
    static OptionalLong step(byte[] secret, String code, Instant at, Duration leeway) {
        HOTPGenerator generator = generator(secret);
        byte[] given = code.strip().getBytes(StandardCharsets.UTF_8);
        OptionalLong found = OptionalLong.empty();
        long last = stepAt(at.plus(leeway));
        for (long step = stepAt(at.minus(leeway)); step <= last; step++) {
            byte[] right = generator.generate(step).getBytes(StandardCharsets.UTF_8);
            if (MessageDigest.isEqual(right, given)) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    static String at(byte[] secret, Instant at) {
        return generator(secret).generate(stepAt(at));
    }

    private static long stepAt(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), PERIOD_SECONDS);
    }

    private static HOTPGenerator generator(byte[] secret) {
        // SHA-1 is the library's default, and the only one that all apps know.
        return new HOTPGenerator.Builder(secret).withPasswordLength(DIGITS).build();
    }
}
