package io.clientele.integration;

import io.clientele.shared.Secret;

/** A token of OAuth 1.0a in the clear, as it is answered once. */
public record IssuedToken(String token, String secret) {

    static IssuedToken fresh() {
        return new IssuedToken(Secret.text(), Secret.text());
    }
}
