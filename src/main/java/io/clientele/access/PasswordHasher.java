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
import java.util.concurrent.atomic.AtomicBoolean;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.BlockPool;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.FixedBlockPool;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.jspecify.annotations.Nullable;

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

    /** Blocks of 1 KiB that the generator takes beside its memory. */
    private static final int SCRATCH_BLOCKS = 8;

    /**
     * The memory of a thread that hashes, used again for its next password: to allocate it anew each time costs about
     * as much as the hash. It is gone with the thread, when nobody has signed in for a while.
     */
    private final ThreadLocal<BlockPool> memory =
            ThreadLocal.withInitial(() -> new FixedBlockPool(MEMORY_KIB + SCRATCH_BLOCKS));

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

    /**
     * What a check came to.
     *
     * @param better the password hashed as new ones are, where it is right and what was kept is not; otherwise null
     */
    record Check(boolean right, @Nullable HashedPassword better) {

        private static final Check WRONG = new Check(false, null);
    }

    /**
     * Checks a password. One that a shop brought along under a quick hash is hashed as new ones are whether it is right
     * or not, so that the time does not tell such an account from another one. Under an Argon2id hash of theirs it takes longer until
     * its owner has signed in once.
     */
    Check check(String password, HashedPassword kept) {
        if (kept.phc().startsWith(PREFIX)) {
            return new Check(matches(password, kept), null);
        }
        LegacyHash legacy = LegacyHash.read(kept.phc());
        if (legacy.isQuick()) {
            HashedPassword better = hash(password);
            return legacy.matches(password) ? new Check(true, better) : Check.WRONG;
        }
        AtomicBoolean right = new AtomicBoolean();
        lane.run(() -> {
            // The heap has room for one hash of each thread: what this one keeps for ours makes room for theirs.
            memory.remove();
            right.set(legacy.matches(password));
        });
        computed.increment();
        return right.get() ? new Check(true, hash(password)) : Check.WRONG;
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
        byte[] hash = new byte[HASH_BYTES];
        byte[] text = Normalizer.normalize(password, Normalizer.Form.NFKC).getBytes(StandardCharsets.UTF_8);
        // Memory is taken by those whose turn it is, not by those who wait.
        lane.run(() -> generate(text, salt, hash));
        computed.increment();
        return hash;
    }

    private void generate(byte[] text, byte[] salt, byte[] hash) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(MEMORY_KIB)
                .withIterations(PASSES)
                .withParallelism(LANES)
                .withSalt(salt)
                .withBlockPool(memory.get())
                .build());
        generator.generateBytes(text, hash);
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
