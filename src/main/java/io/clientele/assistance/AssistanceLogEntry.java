package io.clientele.assistance;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An attempt to act for a customer.
 *
 * @param adminId who; null where somebody guessed at a code
 * @param adminUsername the administrator's name at that time
 * @param customerId for whom; null where it was refused before a customer was found
 * @param customerEmail the customer's address today; null when the customer is gone
 * @param websiteId the customer's website; the request's where there is no customer
 * @param reason why, in the administrator's words
 * @param address the network address the request came from
 * @param refusal how it was refused, or null where it succeeded
 */
public record AssistanceLogEntry(
        long id,
        Instant happenedAt,
        @Nullable Long adminId,
        @Nullable String adminUsername,
        @Nullable Long customerId,
        @Nullable String customerEmail,
        int websiteId,
        Action action,
        @Nullable String reason,
        String address,
        @Nullable String refusal) {

    /** What was attempted. */
    public enum Action {
        /** To get a token at once. */
        TOKEN("token", "customer.assumed"),
        /** To get a one-time code. */
        CODE("code", "customer.code.issued"),
        /** To change a one-time code into a token. */
        EXCHANGE("exchange", "customer.code.exchanged");

        private final String word;
        private final String audited;

        Action(String word, String audited) {
            this.word = word;
            this.audited = audited;
        }

        public String word() {
            return word;
        }

        /** What the audit log calls it. */
        String audited() {
            return audited;
        }

        static Action of(String word) {
            for (Action action : values()) {
                if (action.word.equals(word)) {
                    return action;
                }
            }
            throw new IllegalArgumentException("no action is called " + word);
        }
    }
}
