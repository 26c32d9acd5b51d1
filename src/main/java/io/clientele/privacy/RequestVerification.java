package io.clientele.privacy;

import io.clientele.access.AddressThrottle;
import io.clientele.mail.LinkToken;
import io.clientele.shared.Refusal;
import io.clientele.shared.Refusals;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Finds out whether it is the person who asks: by a mailed link, or because an administrator knows. */
@ApplicationScoped
public class RequestVerification {

    private final PrivacyRequestRepository requests;
    private final RequestExecution execution;
    private final RequestAccess access;
    private final AddressThrottle addresses;
    private final PrivacyAudit audit;
    private final Clock clock;

    @Inject
    RequestVerification(
            PrivacyRequestRepository requests,
            RequestExecution execution,
            RequestAccess access,
            AddressThrottle addresses,
            PrivacyAudit audit,
            Clock clock) {
        this.requests = requests;
        this.execution = execution;
        this.access = access;
        this.addresses = addresses;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Takes a token that was mailed. Which requests there are is told to nobody who has none.
     *
     * @throws Refusal when the token is not the request's, was used or is too old, or the caller's address has guessed too often
     */
    public PrivacyRequest byToken(long id, String token) {
        return watched(
                id,
                () -> QuarkusTransaction.joiningExisting().call(() -> {
                    PrivacyRequest request = requests.hold(id)
                            .filter(held -> held.status() == RequestStatus.AWAITING_VERIFICATION)
                            .filter(held -> requests.isGood(id, LinkToken.hash(token), clock.instant()))
                            .orElseThrow(PrivacyRefusals::wrongLink);
                    return verified(request, null);
                }));
    }

    /**
     * An administrator knows that it is the person.
     *
     * @param evidence how
     * @throws Refusal when there is no such request for the caller, who may not manage requests; it does not wait for that; or
     *     nothing is said
     */
    public PrivacyRequest byEvidence(long id, @Nullable String evidence) {
        return QuarkusTransaction.joiningExisting().call(() -> {
            PrivacyRequest request =
                    requests.hold(id).filter(access::sees).orElseThrow(() -> PrivacyRefusals.noSuchRequest(id));
            if (!access.isManager()) {
                throw Refusals.required("token");
            }
            if (evidence == null || evidence.isBlank()) {
                throw Refusals.required("evidence");
            }
            if (request.status() != RequestStatus.AWAITING_VERIFICATION) {
                throw PrivacyRefusals.notWaiting();
            }
            return verified(request, RequestIntake.evidence(evidence));
        });
    }

    private PrivacyRequest verified(PrivacyRequest request, @Nullable String evidence) {
        execution.verified(request, evidence);
        PrivacyRequest now = requests.find(request.id()).orElseThrow();
        audit.note("verified", now);
        return now;
    }

    /** The request whose file the token opens; refused as in {@link #byToken}. */
    PrivacyRequest ofFile(long id, String token) {
        return watched(
                id,
                () -> requests.find(id)
                        .filter(request -> request.status() == RequestStatus.DONE)
                        .filter(request -> requests.isGood(id, LinkToken.hash(token), clock.instant()))
                        .orElseThrow(PrivacyRefusals::wrongLink));
    }

    private PrivacyRequest watched(long id, Supplier<PrivacyRequest> work) {
        addresses.check();
        try {
            return work.get();
        } catch (Refusal refusal) {
            addresses.failed();
            audit.refused(id);
            throw refusal;
        }
    }
}
