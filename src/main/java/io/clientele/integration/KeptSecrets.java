package io.clientele.integration;

import org.jspecify.annotations.Nullable;

/**
 * Secrets as they are stored.
 *
 * @param clientSecretHash null for an integration that cannot keep one
 * @param consumerSecret sealed
 * @param accessTokenSecret sealed
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record KeptSecrets(
        byte @Nullable [] clientSecretHash, byte[] consumerSecret, byte[] accessTokenHash, byte[] accessTokenSecret) {}
