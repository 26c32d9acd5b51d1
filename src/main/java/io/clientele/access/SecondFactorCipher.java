package io.clientele.access;

import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts the secrets of second factors (AES-256-GCM, bound to their administrator). The key comes of a part in the
 * database and a part in the deployment's configuration: without the latter, whoever has a copy of the whole database
 * has the secrets too.
 */
@Singleton
class SecondFactorCipher {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecondFactorRepository repository;
    private final byte[] configured;
    private final SecureRandom random = new SecureRandom();

    SecondFactorCipher(SecondFactorRepository repository, AccessConfig config) {
        this.repository = repository;
        // An empty key is none for a MAC.
        this.configured = ("clientele:" + config.secondFactorKey().orElse("")).getBytes(StandardCharsets.UTF_8);
    }

    byte[] close(long userId, byte[] secret) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] closed = apply(Cipher.ENCRYPT_MODE, userId, nonce, secret);
        return ByteBuffer.allocate(NONCE_BYTES + closed.length)
                .put(nonce)
                .put(closed)
                .array();
    }

    /** @throws IllegalStateException when the configured part of the key is not the one it was closed with */
    byte[] open(long userId, byte[] closed) {
        return apply(
                Cipher.DECRYPT_MODE,
                userId,
                Arrays.copyOf(closed, NONCE_BYTES),
                Arrays.copyOfRange(closed, NONCE_BYTES, closed.length));
    }

    private byte[] apply(int mode, long userId, byte[] nonce, byte[] text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(configured, "HmacSHA256"));
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    mode,
                    new SecretKeySpec(mac.doFinal(repository.key(random)), "AES"),
                    new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(ByteBuffer.allocate(Long.BYTES).putLong(userId).array());
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the secret of a second factor does not open with the configured key", e);
        }
    }
}
