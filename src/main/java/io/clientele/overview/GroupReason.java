package io.clientele.overview;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.audit.AuditEntry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why a customer is in its group.
 *
 * @param reason {@code manual} for somebody's choice, a word of the VAT rules, {@code default} for the group of whoever
 *     signs up in its store view, {@code given} for one that it was made with or that a deleted group left it in
 * @param since when it was moved there; null when it was not, or that is no longer known
 */
public record GroupReason(String reason, @Nullable Instant since) {

    static final String CHANGED = "customer.group.changed";
    private static final String DEFAULT = "default";
    private static final String GIVEN = "given";

    /**
     * @param entries what was done to the customer, the newest first
     * @param groupId the group it is in
     * @param defaultGroupId the group of those who sign up
     */
    static GroupReason of(List<AuditEntry> entries, int groupId, int defaultGroupId) {
        return entries.stream()
                .filter(entry -> entry.action().equals(CHANGED))
                .findFirst()
                .filter(entry -> number(entry.after(), "group_id").equals(Optional.of(groupId)))
                .flatMap(GroupReason::told)
                .orElseGet(() -> new GroupReason(groupId == defaultGroupId ? DEFAULT : GIVEN, null));
    }

    private static Optional<GroupReason> told(AuditEntry entry) {
        return Optional.ofNullable(entry.detail())
                .map(detail -> detail.get("reason"))
                .map(reason -> new GroupReason(reason.asText(), entry.createdAt()));
    }

    private static Optional<Integer> number(@Nullable JsonNode values, String name) {
        return Optional.ofNullable(values).map(all -> all.get(name)).map(JsonNode::asInt);
    }
}
