package io.clientele.access;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** The algorithms that tokens can be signed with, under the names of RFC 7518. Encrypted tokens are not made. */
enum SigningAlgorithm {
    HS256("HmacSHA256", "64"),
    HS384("HmacSHA384", "64"),
    HS512("HmacSHA512", "64"),
    RS256("RSA", "2048"),
    RS384("RSA", "2048"),
    RS512("RSA", "2048"),
    PS256("RSA", "2048"),
    PS384("RSA", "2048"),
    PS512("RSA", "2048"),
    ES256("EC", "secp256r1"),
    ES384("EC", "secp384r1"),
    ES512("EC", "secp521r1");

    private static final SecureRandom RANDOM = new SecureRandom();

    private final String family;
    private final String size;

    SigningAlgorithm(String family, String size) {
        this.family = family;
        this.size = size;
    }

    /** What a key is kept as. */
    static final class Material {

        private final byte[] secret;
        private final byte @Nullable [] publicKey;

        /**
         * @param secret the secret itself, or the private key (PKCS #8)
         * @param publicKey X.509, or null for a secret that both signs and checks
         */
        Material(byte[] secret, byte @Nullable [] publicKey) {
            this.secret = secret;
            this.publicKey = publicKey;
        }

        byte[] secret() {
            return secret;
        }

        byte @Nullable [] publicKey() {
            return publicKey;
        }
    }

    static Optional<SigningAlgorithm> named(String name) {
        return Arrays.stream(values())
                .filter(algorithm -> algorithm.name().equals(name))
                .findFirst();
    }

    boolean isAsymmetric() {
        return !family.startsWith("Hmac");
    }

    /** A new key; of RSA (2,048 bits) it takes the better part of a second. */
    Material generate() {
        try {
            if (!isAsymmetric()) {
                byte[] secret = new byte[Integer.parseInt(size)];
                RANDOM.nextBytes(secret);
                return new Material(secret, null);
            }
            KeyPairGenerator generator = KeyPairGenerator.getInstance(family);
            generator.initialize(
                    family.equals("EC")
                            ? new ECGenParameterSpec(size)
                            : new RSAKeyGenParameterSpec(Integer.parseInt(size), RSAKeyGenParameterSpec.F4));
            KeyPair pair = generator.generateKeyPair();
            return new Material(pair.getPrivate().getEncoded(), pair.getPublic().getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java platform has no " + family, e);
        }
    }

    /** The key that signs. */
    Key signing(Material material) {
        try {
            return isAsymmetric()
                    ? KeyFactory.getInstance(family).generatePrivate(new PKCS8EncodedKeySpec(material.secret()))
                    : new SecretKeySpec(material.secret(), family);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("not a key of " + name(), e);
        }
    }

    /** The key that checks. */
    Key verification(Material material) {
        byte[] shown = material.publicKey();
        if (shown == null) {
            return signing(material);
        }
        try {
            return KeyFactory.getInstance(family).generatePublic(new X509EncodedKeySpec(shown));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("not a public key of " + name(), e);
        }
    }
}
