package io.clientele.assistance;

import io.clientele.customer.Customer;
import org.jspecify.annotations.Nullable;

/**
 * What is to be noted of an attempt before its end is known.
 *
 * @param adminId who, or null where nobody is known
 * @param customerId for whom, or null where no customer was found yet
 * @param websiteId the customer's website, else the request's
 */
record AssistanceAttempt(
        AssistanceLogEntry.Action action,
        @Nullable Long adminId,
        @Nullable Long customerId,
        int websiteId,
        @Nullable String reason) {

    static AssistanceAttempt of(
            AssistanceLogEntry.Action action, @Nullable Long adminId, Customer customer, @Nullable String reason) {
        return new AssistanceAttempt(action, adminId, customer.id(), customer.websiteId(), reason);
    }
}
