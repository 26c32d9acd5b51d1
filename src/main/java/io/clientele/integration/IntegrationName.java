package io.clientele.integration;

import io.clientele.audit.ActorName;
import io.clientele.shared.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The names of integrations, for the audit log. */
@ApplicationScoped
class IntegrationName implements ActorName {

    private final Integrations integrations;

    IntegrationName(Integrations integrations) {
        this.integrations = integrations;
    }

    @Override
    public Caller.Type type() {
        return Caller.Type.INTEGRATION;
    }

    @Override
    public Optional<String> of(long id) {
        return integrations.byId(id).map(Integration::name);
    }
}
