package io.clientele.overview;

import io.clientele.audit.AuditEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the audit log tells of a customer.
 *
 * @param recentChanges the latest entries without sign-ins, the newest first; null for who may not read the log
 */
public record CustomerHistory(
        int groupId,
        String groupCode,
        GroupReason reason,
        @Nullable List<AuditEntry> recentChanges) {}
