package io.clientele.customer.life;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A token that was mailed, without its text.
 *
 * @param email the address it was made for; for undoing, the one to go back to
 * @param current whether the password is still the one the account had when the token was made
 */
record MailedToken(
        long customerId,
        String email,
        Instant expiresAt,
        @Nullable Instant usedAt,
        boolean current) {}
