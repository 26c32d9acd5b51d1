package io.clientele.integration;

import io.clientele.audit.AuditDraft;
import io.clientele.audit.AuditLog;
import io.clientele.shared.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Words what happens to integrations for the audit log. */
@ApplicationScoped
class IntegrationAudit {

    private static final String TYPE = "integration";

    private final AuditLog log;

    IntegrationAudit(AuditLog log) {
        this.log = log;
    }

    /** A new integration has no before, a deleted one no after. */
    void changed(@Nullable Integration before, @Nullable Integration after) {
        Integration integration = before == null ? after : before;
        if (integration != null) {
            log.record(AuditDraft.ofChange(TYPE, integration.id(), before, after));
        }
    }

    /** It has got new secrets. */
    void rotated(Integration integration) {
        log.record(about("secrets.rotated", integration));
    }

    /** All its credentials have ended. */
    void revoked(Integration integration) {
        log.record(about("revoked", integration));
    }

    /** The handshake has reached its endpoint, so that it has got its consumer secret. */
    void handshakeSent(Integration integration) {
        log.record(about("handshake.sent", integration));
    }

    /** It has got an access token by itself. */
    void exchanged(Integration integration) {
        log.record(about("access_token.issued", integration).by(Caller.Type.INTEGRATION, integration.id()));
    }

    private static AuditDraft about(String step, Integration integration) {
        return AuditDraft.of(TYPE + "." + step).about(TYPE, integration.id()).named(integration.name());
    }
}
