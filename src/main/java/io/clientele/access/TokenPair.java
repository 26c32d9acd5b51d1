package io.clientele.access;

import org.jspecify.annotations.Nullable;

/**
 * A token and what renews it.
 *
 * @param accessToken what requests carry
 * @param refreshToken good for one renewal; null where the shop gives none
 * @param expiresIn how long the access token lives, in seconds
 */
public record TokenPair(String accessToken, @Nullable String refreshToken, long expiresIn) {

    @Override
    public String toString() {
        return "TokenPair[hidden]";
    }
}
