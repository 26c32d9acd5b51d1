package io.clientele.integration.oauth2;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationSuccessResponse;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.oauth2.sdk.id.State;
import io.clientele.access.Subject;
import io.clientele.integration.Integration;
import io.clientele.shared.Caller;
import io.clientele.shared.CurrentCaller;
import io.clientele.shared.Refusal;
import io.clientele.shared.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/** Shows a customer what an app asks for, and answers the app as the customer decides. */
@ApplicationScoped
public class AuthorizationDecision {

    private static final Duration CODE_LIVES = Duration.ofSeconds(60);

    private final RequestRepository requests;
    private final CodeRepository codes;
    private final ConsentRepository consents;
    private final Clients clients;
    private final AuthorizationService service;
    private final Issuer issuer;
    private final CurrentCaller caller;
    private final OAuth2Audit audit;
    private final Clock clock;

    AuthorizationDecision(
            RequestRepository requests,
            CodeRepository codes,
            ConsentRepository consents,
            Clients clients,
            AuthorizationService service,
            Issuer issuer,
            CurrentCaller caller,
            OAuth2Audit audit,
            Clock clock) {
        this.requests = requests;
        this.codes = codes;
        this.consents = consents;
        this.clients = clients;
        this.service = service;
        this.issuer = issuer;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws Refusal when the request is not open, or the app not welcome any more */
    OpenRequest show(String id) {
        AppRequest request = requests.find(Secret.hash(id), clock.instant()).orElseThrow(OAuth2Refusals::noRequest);
        return new OpenRequest(request, client(request));
    }

    /**
     * Where the browser goes back to: with a code that is good for 60 seconds, or with the error that the customer, or the
     * limits of the app, do not allow it.
     *
     * @throws Refusal as {@link #show}, and when somebody acts for the customer
     */
    @Transactional
    public URI decide(String id, boolean approve) {
        Subject customer = Subject.customer(caller.customerId());
        caller.demandNobodyActsFor();
        Instant now = clock.instant();
        AppRequest request = requests.decide(Secret.hash(id), now).orElseThrow(OAuth2Refusals::noRequest);
        Integration client = client(request);
        boolean approved = approve && mayServe(client, caller.get());
        audit.decided(approved, client, customer, request.scopes());
        if (!approved) {
            return service.back(request.redirectUri(), OAuth2Error.ACCESS_DENIED, request.state());
        }
        consents.give(customer.id(), client.id(), request.scopes(), now);
        return new AuthorizationSuccessResponse(
                        URI.create(request.redirectUri()),
                        new AuthorizationCode(code(request, customer, now)),
                        null,
                        request.state() == null ? null : new State(request.state()),
                        new com.nimbusds.oauth2.sdk.id.Issuer(issuer.name()),
                        ResponseMode.QUERY)
                .toURI();
    }

    private String code(AppRequest request, Subject customer, Instant now) {
        String code = Secret.url();
        codes.add(
                Secret.hash(code),
                new IssuedCode(
                        request,
                        customer.id(),
                        caller.get().websiteId(),
                        Objects.requireNonNull(caller.get().sessionId()),
                        now.plus(CODE_LIVES),
                        null,
                        null),
                now);
        return code;
    }

    private Integration client(AppRequest request) {
        return clients.active(request.integrationId()).orElseThrow(OAuth2Refusals::noRequest);
    }

    private static boolean mayServe(Integration client, Caller customer) {
        return client.websiteIds().isEmpty() || client.websiteIds().contains(customer.websiteId());
    }
}
