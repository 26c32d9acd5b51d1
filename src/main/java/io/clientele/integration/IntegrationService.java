package io.clientele.integration;

import io.clientele.access.GrantChecks;
import io.clientele.access.Grants;
import io.clientele.shared.CurrentCaller;
import io.clientele.shared.ExpectedVersion;
import io.clientele.shared.Refusal;
import io.clientele.shared.Refusals;
import io.clientele.shared.Secret;
import io.clientele.shared.search.SearchCriteria;
import io.clientele.shared.search.SearchResults;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Integrations as administrators keep them. Whoever writes one must hold all that it holds: who gets its secrets can do what it
 * can. A write takes effect at once here and within a second everywhere.
 */
@ApplicationScoped
public class IntegrationService {

    private final IntegrationRepository integrations;
    private final IntegrationChecks checks;
    private final GrantChecks grants;
    private final KnownIntegrations known;
    private final CurrentCaller caller;
    private final ExpectedVersion expected;
    private final IntegrationAudit audit;
    private final IntegrationSecrets secrets;
    private final Handshakes handshakes;
    private final Clock clock;

    IntegrationService(
            IntegrationRepository integrations,
            IntegrationChecks checks,
            GrantChecks grants,
            KnownIntegrations known,
            CurrentCaller caller,
            ExpectedVersion expected,
            IntegrationAudit audit,
            IntegrationSecrets secrets,
            Handshakes handshakes,
            Clock clock) {
        this.integrations = integrations;
        this.checks = checks;
        this.grants = grants;
        this.known = known;
        this.caller = caller;
        this.expected = expected;
        this.audit = audit;
        this.secrets = secrets;
        this.handshakes = handshakes;
        this.clock = clock;
    }

    public SearchResults<Integration> search(SearchCriteria criteria) {
        return integrations.page(criteria, caller.get());
    }

    /** @throws Refusal when there is none that the caller may see */
    public Integration get(long id) {
        return visible(id, integrations.find(id).orElse(null));
    }

    /**
     * Makes an integration that may call at once. One with an endpoint is sent the handshake there, by which it gets an access
     * token of its own in the place of the one that is answered here.
     *
     * @throws Refusal for a missing or taken name, an unknown resource, website or form of address, more than the caller holds
     */
    @Transactional
    public IssuedIntegration create(IntegrationDraft draft) {
        if (draft.resources() == null) {
            throw Refusals.required("resources");
        }
        boolean isPublic = Boolean.TRUE.equals(draft.isPublic());
        Integration blank = new Integration(
                integrations.nextId(),
                checks.name(draft.name()),
                null,
                null,
                List.of(),
                // Somebody limited to websites makes integrations for these unless the draft says otherwise.
                caller.get().websiteIds().stream().sorted().toList(),
                List.of(),
                isPublic,
                IntegrationStatus.ACTIVE,
                Secret.text(),
                Secret.text(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        Integration made = applied(draft, blank);
        IssuedSecrets issued = IssuedSecrets.fresh(isPublic);
        integrations.add(made, secrets.kept(made.id(), issued));
        handshakes.begin(made);
        known.changed();
        audit.changed(null, made);
        return new IssuedIntegration(made, issued);
    }

    /**
     * Changes what the draft names. Another endpoint, or becoming active, begins the handshake anew.
     *
     * @throws Refusal as {@link #create}, and for a revoked one that is to call again
     */
    @Transactional
    public Integration change(long id, IntegrationDraft draft) {
        Integration before = held(id);
        expected.check(() -> before);
        if (draft.isPublic() != null && draft.isPublic() != before.isPublic()) {
            throw IntegrationRefusals.keepsItsKind();
        }
        if (draft.status() != null && before.status() == IntegrationStatus.REVOKED) {
            throw IntegrationRefusals.revoked();
        }
        Integration after = applied(draft, before);
        integrations.change(after);
        boolean activated = before.status() == IntegrationStatus.INACTIVE && after.active();
        if (activated || !Objects.equals(before.endpoint(), after.endpoint())) {
            handshakes.begin(after);
        }
        known.changed();
        audit.changed(before, after);
        return after;
    }

    /** The integration, which nobody else changes until the transaction ends; the caller must hold all that it holds. */
    Integration held(long id) {
        Integration found = visible(id, integrations.hold(id).orElse(null));
        Grants.mayGive(caller.get(), found.resources());
        return found;
    }

    private Integration visible(long id, @Nullable Integration found) {
        if (found == null || !Grants.sees(caller.get(), found.websiteIds())) {
            throw IntegrationRefusals.unknown(id);
        }
        return found;
    }

    private Integration applied(IntegrationDraft draft, Integration before) {
        return new Integration(
                before.id(),
                draft.name() == null ? before.name() : checks.name(draft.name()),
                draft.email() == null ? before.email() : checks.email(draft.email()),
                draft.endpoint() == null ? before.endpoint() : checks.endpoint(draft.endpoint()),
                draft.resources() == null ? before.resources() : grants.resources(draft.resources()),
                draft.websiteIds() == null ? before.websiteIds() : grants.websites(draft.websiteIds()),
                draft.redirectUris() == null ? before.redirectUris() : checks.redirectUris(draft.redirectUris()),
                before.isPublic(),
                draft.status() == null ? before.status() : checks.status(draft.status()),
                before.clientId(),
                before.consumerKey(),
                before.createdAt(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
    }
}
