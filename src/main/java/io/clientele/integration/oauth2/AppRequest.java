package io.clientele.integration.oauth2;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an app asks a customer for.
 *
 * @param redirectUriSent whether the app named where to go back to, and has to name it again
 * @param audience the services its tokens will be for
 * @param state what the app wants back with the answer
 * @param codeChallenge SHA-256 of what the app will prove itself with (RFC 7636), in the URL's alphabet
 */
record AppRequest(
        long integrationId,
        String redirectUri,
        boolean redirectUriSent,
        List<String> scopes,
        List<String> audience,
        @Nullable String state,
        String codeChallenge,
        Instant expiresAt) {}
