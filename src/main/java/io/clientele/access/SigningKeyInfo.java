package io.clientele.access;

import io.clientele.shared.ShownTime;
import java.time.Instant;

/**
 * What is shown of a signing key.
 *
 * @param purpose access (tokens of people) or oauth2 (of third parties)
 * @param status announced, active, or retired: signs no more and checks what it signed
 */
public record SigningKeyInfo(
        String kid, String purpose, String algorithm, String status, String createdAt, String activatesAt) {

    static SigningKeyInfo of(SigningKey key, KeyRing ring, Instant now) {
        String status = key.activatesAt().isAfter(now)
                ? "announced"
                : ring.of(key.purpose()).at(now).filter(key::equals).isPresent() ? "active" : "retired";
        return new SigningKeyInfo(
                key.kid(),
                key.purpose().word(),
                key.algorithm().name(),
                status,
                ShownTime.of(key.createdAt()),
                ShownTime.of(key.activatesAt()));
    }
}
