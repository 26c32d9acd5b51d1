package io.clientele.access;

import io.clientele.shared.Refusal;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Hashes passwords with Argon2id (46 MiB, one pass, one lane). Passwords are normalised (NFKC) first, so that one
 * typed on another keyboard is the same.
 */
@ApplicationScoped
public class PasswordHasher {

    private static final int MEMORY_KIB = 46 * 1024;
    private static final int PASSES = 1;
    private static final int LANES = 1;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final String PREFIX = "$argon2id$v=19$m=" + MEMORY_KIB + ",t=" + PASSES + ",p=" + LANES + "$";

    private final SecureRandom random = new SecureRandom();
    private final HashingLane lane;
    private final Counter computed;
    private final HashedPassword nobodys;

    PasswordHasher(HashingLane lane, MeterRegistry metrics) {
        this.lane = lane;
        computed = Counter.builder("clientele.password.hashes")
                .description("Password hashes computed")
                .register(metrics);
        nobodys = encode(salt(), new byte[HASH_BYTES]);
    }

    /** @throws Refusal of kind UNAVAILABLE when too many passwords are being hashed already */
    public HashedPassword hash(String password) {
        byte[] salt = salt();
        return encode(salt, compute(password, salt));
    }

    /** Whether it is the password; takes the same time whatever differs. */
    boolean matches(String password, HashedPassword hashed) {
        String[] parts = hashed.phc().substring(PREFIX.length()).split("\\$", 2);
        byte[] expected = Base64.getDecoder().decode(parts[1]);
        return MessageDigest.isEqual(
                expected, compute(password, Base64.getDecoder().decode(parts[0])));
    }

    /** Spends what checking a password costs, for a login that nobody has; always false. */
    boolean matchesNobody(String password) {
        var _ = matches(password, nobodys);
        return false;
    }

    private byte[] compute(String password, byte[] salt) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        Argon2Parameters parameters = new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(MEMORY_KIB)
                .withIterations(PASSES)
                .withParallelism(LANES)
                .withSalt(salt)
                .build();
        byte[] hash = new byte[HASH_BYTES];
        byte[] text = Normalizer.normalize(password, Normalizer.Form.NFKC).getBytes(StandardCharsets.UTF_8);
        lane.run(() -> {
            // Here and not before: the memory is taken by those whose turn it is, not by those who wait.
            generator.init(parameters);
            generator.generateBytes(text, hash);
        });
        computed.increment();
        return hash;
    }

    /** For somebody who is about to sign in: refuses at once when too many wait already, before anything is looked up. */
    public void requireRoom() {
        lane.requireRoom();
    }

    private byte[] salt() {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return salt;
    }

    private static HashedPassword encode(byte[] salt, byte[] hash) {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return new HashedPassword(PREFIX + base64.encodeToString(salt) + "$" + base64.encodeToString(hash));
    }
}
