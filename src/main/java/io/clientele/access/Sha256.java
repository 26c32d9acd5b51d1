package io.clientele.access;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hash under which tokens are remembered and kept: neither memory, a dump nor a log gives a usable one away. */
final class Sha256 {

    private Sha256() {}

    static byte[] of(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
