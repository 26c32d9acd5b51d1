package io.clientele.integration;

import io.clientele.shared.ExpectedVersion;
import io.clientele.shared.Refusal;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Ends the credentials of integrations and gives them new ones: at once here and within a second everywhere. */
@ApplicationScoped
public class CredentialService {

    private final IntegrationService service;
    private final IntegrationRepository integrations;
    private final IntegrationSecrets secrets;
    private final Handshakes handshakes;
    private final KnownIntegrations known;
    private final List<IntegrationParticipant> participants;
    private final ExpectedVersion expected;
    private final IntegrationAudit audit;
    private final Clock clock;

    CredentialService(
            IntegrationService service,
            IntegrationRepository integrations,
            IntegrationSecrets secrets,
            Handshakes handshakes,
            KnownIntegrations known,
            @All List<IntegrationParticipant> participants,
            ExpectedVersion expected,
            IntegrationAudit audit,
            Clock clock) {
        this.service = service;
        this.integrations = integrations;
        this.secrets = secrets;
        this.handshakes = handshakes;
        this.known = known;
        this.participants = participants;
        this.expected = expected;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Puts new secrets and a new access token in the place of the old ones, which end. One that was revoked may call again; one
     * with an endpoint is sent the handshake.
     *
     * @throws Refusal when there is none that the caller may see, or it holds more than the caller
     */
    @Transactional
    public IssuedIntegration rotate(long id) {
        Integration integration = service.held(id);
        IssuedSecrets issued = IssuedSecrets.fresh(integration.isPublic());
        end(id);
        integrations.replaceSecrets(id, secrets.kept(id, issued), now());
        audit.rotated(integration);
        Integration rotated = integrations.find(id).orElseThrow();
        handshakes.begin(rotated);
        return new IssuedIntegration(rotated, issued);
    }

    /**
     * Ends all its credentials. Doing so again changes nothing.
     *
     * @throws Refusal as {@link #rotate}
     */
    @Transactional
    public void revoke(long id) {
        Integration integration = service.held(id);
        end(id);
        integrations.changeStatus(id, IntegrationStatus.REVOKED, now());
        audit.revoked(integration);
    }

    /**
     * Deletes it and all it was given.
     *
     * @throws Refusal as {@link #rotate}
     */
    @Transactional
    public void delete(long id) {
        Integration integration = service.held(id);
        expected.check(() -> integration);
        end(id);
        integrations.remove(id);
        audit.changed(integration, null);
    }

    private void end(long id) {
        participants.forEach(participant -> participant.revoked(id));
        known.changed();
    }

    /** To the precision that is stored. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
