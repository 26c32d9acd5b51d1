package io.clientele.integration;

import io.clientele.shared.Secret;
import org.jspecify.annotations.Nullable;

/**
 * Secrets in the clear, as they are shown once and never again.
 *
 * @param clientSecret null for an integration that cannot keep one
 */
public record IssuedSecrets(
        String consumerSecret,
        String accessToken,
        String accessTokenSecret,
        @Nullable String clientSecret) {

    static IssuedSecrets fresh(boolean isPublic) {
        return new IssuedSecrets(Secret.text(), Secret.text(), Secret.text(), isPublic ? null : Secret.url());
    }
}
