package io.clientele.access;

import java.security.Key;
import java.time.Instant;

/**
 * A key that tokens are signed with.
 *
 * @param kid the name it goes by in their headers
 * @param purpose what it signs
 * @param signing signs; the same as {@code verification} for a shared secret
 * @param activatesAt from when on it signs, unless a younger one does
 * @param lastTokenEndsAt no token it signed lives longer; up to an hour late
 */
record SigningKey(
        String kid,
        KeyPurpose purpose,
        SigningAlgorithm algorithm,
        Key signing,
        Key verification,
        Instant createdAt,
        Instant activatesAt,
        Instant lastTokenEndsAt) {

    @Override
    public String toString() {
        return "SigningKey[" + kid + ", " + algorithm + "]";
    }
}
