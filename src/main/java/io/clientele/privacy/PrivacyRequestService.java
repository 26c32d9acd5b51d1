package io.clientele.privacy;

import io.clientele.shared.ExpectedVersion;
import io.clientele.shared.Refusals;
import io.clientele.shared.search.SearchCriteria;
import io.clientele.shared.search.SearchResults;
import io.clientele.store.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;

/** Shows requests, and lets administrators refuse and put off, and people take back what they have asked. */
@ApplicationScoped
public class PrivacyRequestService {

    /** The most characters of a reason. */
    private static final int LONGEST_REASON = 64;

    private final PrivacyRequestRepository requests;
    private final RequestAccess access;
    private final RequestExecution execution;
    private final PrivacyAudit audit;
    private final ExpectedVersion expected;
    private final Settings settings;
    private final Clock clock;

    @Inject
    PrivacyRequestService(
            PrivacyRequestRepository requests,
            RequestAccess access,
            RequestExecution execution,
            PrivacyAudit audit,
            ExpectedVersion expected,
            Settings settings,
            Clock clock) {
        this.requests = requests;
        this.access = access;
        this.execution = execution;
        this.audit = audit;
        this.expected = expected;
        this.settings = settings;
        this.clock = clock;
    }

    /** @throws io.clientele.shared.Refusal when there is none that the caller may know of */
    public PrivacyRequest get(long id) {
        return requests.find(id).filter(access::sees).orElseThrow(() -> PrivacyRefusals.noSuchRequest(id));
    }

    public SearchResults<PrivacyRequest> search(SearchCriteria criteria) {
        return requests.search(criteria, access.visible());
    }

    /**
     * Changes what is supplied.
     *
     * @throws io.clientele.shared.Refusal when it has ended, or is being carried out; for another status than rejected, or
     *     that without a reason; and when the time for it was extended before
     */
    @Transactional
    public PrivacyRequest change(long id, PrivacyRequestChange change) {
        PrivacyRequest before = held(id);
        expected.check(() -> before);
        if (!before.status().isPending()) {
            throw PrivacyRefusals.hasEnded(before.status());
        }
        if (Boolean.TRUE.equals(change.extended())) {
            if (before.extended()) {
                throw PrivacyRefusals.extendedBefore();
            }
            int days = Math.max(0, settings.number(PrivacySettings.EXTENSION_DAYS, before.websiteId()));
            requests.extend(id, before.dueAt().plus(Duration.ofDays(days)), clock.instant());
        }
        if (change.onHold() != null && change.onHold() != before.onHold()) {
            requests.putOff(id, change.onHold(), clock.instant());
        }
        if (change.status() != null) {
            reject(id, change);
        } else if (before.status() == RequestStatus.OPEN) {
            execution.goOn(get(id));
        }
        PrivacyRequest after = get(id);
        audit.note(after.status() == RequestStatus.REJECTED ? "rejected" : "changed", after);
        return after;
    }

    private void reject(long id, PrivacyRequestChange change) {
        if (!RequestStatus.REJECTED.code().equals(change.status())) {
            throw Refusals.invalidValue("status", change.status() == null ? "" : change.status());
        }
        String reason = change.reason();
        if (reason == null || reason.isBlank()) {
            throw Refusals.required("reason");
        }
        if (reason.length() > LONGEST_REASON) {
            throw PrivacyRefusals.tooLong("Reason", LONGEST_REASON);
        }
        requests.close(id, RequestStatus.REJECTED, reason.strip(), null, clock.instant());
    }

    /**
     * Takes a request back that is not carried out yet, or lifts what was done for one to restrict or to object.
     *
     * @throws io.clientele.shared.Refusal when it is being carried out, or was and cannot be lifted
     */
    @Transactional
    public void withdraw(long id) {
        access.demandManagerOrPerson();
        PrivacyRequest request = held(id);
        expected.check(() -> request);
        if (request.status() == RequestStatus.DONE) {
            execution.lift(request);
        } else if (!request.status().isPending()) {
            throw PrivacyRefusals.hasEnded(request.status());
        }
        requests.close(id, RequestStatus.WITHDRAWN, null, null, clock.instant());
        audit.note("withdrawn", get(id));
    }

    private PrivacyRequest held(long id) {
        return requests.hold(id).filter(access::sees).orElseThrow(() -> PrivacyRefusals.noSuchRequest(id));
    }
}
