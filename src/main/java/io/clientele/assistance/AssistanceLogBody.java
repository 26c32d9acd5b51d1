package io.clientele.assistance;

import io.clientele.customer.CreatedAt;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the log as REST shows it.
 *
 * @param action {@code token}, {@code code} or {@code exchange}
 * @param result {@code success} or {@code refused}
 * @param message how it was refused
 */
@Schema(name = "login-as-customer-log-entry")
public record AssistanceLogBody(
        long id,
        String createdAt,
        @Nullable Long adminId,
        @Nullable String adminUsername,
        @Nullable Long customerId,
        @Nullable String customerEmail,
        int websiteId,
        String action,
        @Nullable String reason,
        String address,
        String result,
        @Nullable String message) {

    static AssistanceLogBody of(AssistanceLogEntry entry) {
        return new AssistanceLogBody(
                entry.id(),
                CreatedAt.show(entry.happenedAt()),
                entry.adminId(),
                entry.adminUsername(),
                entry.customerId(),
                entry.customerEmail(),
                entry.websiteId(),
                entry.action().word(),
                entry.reason(),
                entry.address(),
                entry.refusal() == null ? "success" : "refused",
                entry.refusal());
    }
}
