package io.clientele.access;

import io.clientele.shared.Snapshot;
import io.clientele.shared.Snapshots;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts secrets that are needed in the clear again (AES-256-GCM, bound to what they belong to): those of second factors,
 * and those that messages are signed with. The key comes of a part in the database and a part in the deployment's
 * configuration: without the latter, whoever has a copy of the whole database has the secrets too. Both are held in memory, so
 * that opening a secret costs no statement, and nobody needs to remember what was opened.
 */
@Singleton
public class SecretSeal {

    /** The purpose of the secrets of second factors. */
    static final String SECOND_FACTOR = "";

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecondFactorRepository repository;
    private final byte[] configured;
    // The database's part, which is made once and never changes.
    private final Snapshot<Optional<SecretKeySpec>> key;
    private final SecureRandom random = new SecureRandom();

    SecretSeal(SecondFactorRepository repository, AccessConfig config, Snapshots snapshots) {
        this.repository = repository;
        this.key = snapshots.of("second_factor_key", SecondFactorRepository::key);
        // An empty key is none for a MAC.
        this.configured = ("clientele:" + config.secondFactorKey().orElse("")).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The secret as it can be kept.
     *
     * @param purpose a word of the program's own: each has a key of its own
     * @param id what the secret belongs to: nothing of another one opens in its place
     */
    public byte[] close(String purpose, long id, byte[] secret) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] closed = apply(Cipher.ENCRYPT_MODE, purpose, id, nonce, secret);
        return ByteBuffer.allocate(NONCE_BYTES + closed.length)
                .put(nonce)
                .put(closed)
                .array();
    }

    /** @throws IllegalStateException when the configured part of the key is not the one it was closed with */
    public byte[] open(String purpose, long id, byte[] closed) {
        return apply(
                Cipher.DECRYPT_MODE,
                purpose,
                id,
                Arrays.copyOf(closed, NONCE_BYTES),
                Arrays.copyOfRange(closed, NONCE_BYTES, closed.length));
    }

    private byte[] apply(int mode, String purpose, long id, byte[] nonce, byte[] text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(configured, "HmacSHA256"));
            mac.update(databasePart().getEncoded());
            mac.update(purpose.getBytes(StandardCharsets.UTF_8));
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(mac.doFinal(), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(ByteBuffer.allocate(Long.BYTES).putLong(id).array());
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a secret does not open with the configured key", e);
        }
    }

    private SecretKeySpec databasePart() {
        return key.get()
                .orElseGet(() -> QuarkusTransaction.joiningExisting().call(() -> {
                    SecretKeySpec made = repository.makeKey(random);
                    key.changed();
                    return made;
                }));
    }
}
