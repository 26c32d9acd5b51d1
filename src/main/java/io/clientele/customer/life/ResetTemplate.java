package io.clientele.customer.life;

import org.jspecify.annotations.Nullable;

/** The two mails that lead to a new password; the contract's names for them. */
enum ResetTemplate {
    REMINDER("email_reminder"),
    RESET("email_reset");

    private final String word;

    ResetTemplate(String word) {
        this.word = word;
    }

    /** @throws io.clientele.shared.Refusal when there is no such template */
    static ResetTemplate of(@Nullable String word) {
        for (ResetTemplate each : values()) {
            if (each.word.equals(word)) {
                return each;
            }
        }
        throw LifeRefusals.noSuchTemplate(word, REMINDER.word, RESET.word);
    }
}
