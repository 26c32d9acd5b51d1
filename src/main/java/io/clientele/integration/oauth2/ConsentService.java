package io.clientele.integration.oauth2;

import io.clientele.access.ScopedTokens;
import io.clientele.access.Subject;
import io.clientele.shared.CurrentCaller;
import io.clientele.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** What the customer who calls lets apps do. */
@ApplicationScoped
public class ConsentService {

    private final ConsentRepository consents;
    private final CodeRepository codes;
    private final ScopedTokens tokens;
    private final Clients clients;
    private final CurrentCaller caller;
    private final OAuth2Audit audit;

    ConsentService(
            ConsentRepository consents,
            CodeRepository codes,
            ScopedTokens tokens,
            Clients clients,
            CurrentCaller caller,
            OAuth2Audit audit) {
        this.consents = consents;
        this.codes = codes;
        this.tokens = tokens;
        this.clients = clients;
        this.caller = caller;
        this.audit = audit;
    }

    /** The latest first; a thousand at most. */
    public List<Consent> list() {
        return consents.of(caller.customerId());
    }

    /**
     * Ends all that the app got from the customer: here at once, within a second everywhere.
     *
     * @throws Refusal when the customer has not consented to that app, or somebody acts for the customer
     */
    @Transactional
    public void withdraw(long integrationId) {
        long customerId = caller.customerId();
        caller.demandNobodyActsFor();
        if (!consents.withdraw(customerId, integrationId)) {
            throw OAuth2Refusals.noConsent(integrationId);
        }
        Subject customer = Subject.customer(customerId);
        codes.removeUnusedOf(customerId, integrationId);
        tokens.revokeOf(integrationId, customer);
        clients.any(integrationId).ifPresent(client -> audit.consentWithdrawn(client, customer));
    }
}
