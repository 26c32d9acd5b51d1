package io.clientele.integration.oauth2;

import io.clientele.access.Subject;
import io.clientele.audit.AuditDraft;
import io.clientele.audit.AuditLog;
import io.clientele.integration.Integration;
import io.clientele.shared.Caller;
import io.clientele.shared.person.ConsentLog;
import io.clientele.shared.person.Person;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Words what happens in OAuth 2.0 for the audit log, and what customers agreed to for the history of consents. */
@ApplicationScoped
class OAuth2Audit {

    private static final String CLIENT = "integration";

    /** What a customer agrees to when an app is let in. */
    private static final String CONSENT = "app";

    private final AuditLog log;
    private final ConsentLog consents;

    OAuth2Audit(AuditLog log, ConsentLog consents) {
        this.log = log;
        this.consents = consents;
    }

    /** A client has got an access token. A customer's is about the customer. */
    void tokenIssued(Integration client, String grant, List<String> scopes, @Nullable Subject customer) {
        log.record(about("oauth2_token.issued", client, customer)
                .by(Caller.Type.INTEGRATION, client.id())
                .detail("grant", grant)
                .detail("scope", String.join(" ", scopes)));
    }

    /** A client has ended one of its sessions. */
    void tokenRevoked(Integration client, @Nullable Subject customer) {
        log.record(about("oauth2_token.revoked", client, customer).by(Caller.Type.INTEGRATION, client.id()));
    }

    /** A secret that was wrong. A name that nobody has is not kept. */
    void clientRefused(Optional<Integration> client) {
        AuditDraft draft = AuditDraft.of("oauth2_client.authenticated")
                .about(CLIENT, client.map(Integration::id).orElse(0L));
        client.ifPresent(known -> draft.named(known.name()));
        log.record(draft.failed("secret"));
    }

    /** A code or a refresh token came again, which has ended what it gave. */
    void reused(String what, Integration client, Subject customer) {
        log.record(about("oauth2_" + what + ".reused", client, customer).by(Caller.Type.INTEGRATION, client.id()));
    }

    /** The customer has let a client in, or not. */
    void decided(boolean approved, Integration client, Subject customer, List<String> scopes) {
        log.record(about(approved ? "oauth2_request.approved" : "oauth2_request.declined", client, customer)
                .detail("scope", String.join(" ", scopes)));
        if (approved) {
            consents.note(
                    Person.customer(customer.id()),
                    null,
                    CONSENT,
                    app(client) + ": " + String.join(" ", scopes),
                    true,
                    "");
        }
    }

    void consentWithdrawn(Integration client, Subject customer) {
        log.record(about("oauth2_consent.withdrawn", client, customer));
        consents.note(Person.customer(customer.id()), null, CONSENT, app(client), false, "");
    }

    private static String app(Integration client) {
        return client.name() + " (" + client.id() + ")";
    }

    private static AuditDraft about(String action, Integration client, @Nullable Subject customer) {
        AuditDraft draft = AuditDraft.of(action).about(CLIENT, client.id());
        return customer == null
                ? draft.named(client.name())
                : draft.person(Person.customer(customer.id()))
                        .detail("customer_id", customer.id())
                        .detail("client", client.name());
    }
}
