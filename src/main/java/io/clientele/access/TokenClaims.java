package io.clientele.access;

import java.time.Instant;

/** What a genuine token says: its session, its subject and when it ends. */
record TokenClaims(long sessionId, Subject subject, Instant expiresAt) {}
