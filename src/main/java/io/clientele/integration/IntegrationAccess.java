package io.clientele.integration;

import io.clientele.access.AclTree;
import io.clientele.shared.Caller;
import io.clientele.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes callers of integrations. For those there are it costs no statement, and a change is seen everywhere within a second. */
@ApplicationScoped
public class IntegrationAccess {

    private final KnownIntegrations known;
    private final AclTree acl;

    IntegrationAccess(KnownIntegrations known, AclTree acl) {
        this.known = known;
        this.acl = acl;
    }

    /**
     * The integration as a caller; empty when it is not active.
     *
     * @param scopes what it is to be limited to of its resources, or null for all of them
     * @throws Refusal of kind UNAVAILABLE when that cannot be found out: nobody is let in on trust
     */
    public Optional<Caller> caller(long integrationId, @Nullable Set<String> scopes) {
        return known.find(all -> Optional.ofNullable(all.byId().get(integrationId)))
                .map(KnownIntegration::integration)
                .filter(Integration::active)
                .map(integration -> caller(integration, scopes));
    }

    private Caller caller(Integration integration, @Nullable Set<String> scopes) {
        return new Caller(
                Caller.Type.INTEGRATION,
                integration.id(),
                acl.held(granted(integration.resources(), scopes)),
                Set.copyOf(integration.websiteIds()),
                null,
                null,
                0);
    }

    private static List<String> granted(List<String> resources, @Nullable Set<String> scopes) {
        if (scopes == null) {
            return resources;
        }
        boolean everything = resources.contains(Caller.EVERYTHING);
        return scopes.stream()
                .filter(scope -> everything || resources.contains(scope))
                .toList();
    }
}
