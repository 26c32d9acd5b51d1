package io.clientele.access;

/** A token whose signature is right, and the key that made it; it counts as long as that key does. */
record GenuineToken(TokenClaims claims, String kid) {}
