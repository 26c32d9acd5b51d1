package io.clientele.customer.life;

import java.util.Locale;

/** What a mailed token is good for. */
enum TokenPurpose {
    /** Confirms an account that cannot be used before. */
    CONFIRM,
    /** Shows that the owner reads the mail of the address. */
    VERIFY,
    /** Sets a password. */
    RESET,
    /** Takes a change of address back. */
    UNDO;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
