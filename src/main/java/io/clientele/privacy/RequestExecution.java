package io.clientele.privacy;

import io.clientele.customer.Accounts;
import io.clientele.customer.Customer;
import io.clientele.mail.LinkToken;
import io.clientele.shared.job.Jobs;
import io.clientele.store.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Carries requests out, once it is known that it is the person who asks. Whoever calls notes what has become of it. */
@ApplicationScoped
class RequestExecution {

    private static final String ON_HOLD = "on_hold";
    private static final String OPEN_ORDERS = "open_orders";

    private final PrivacyRequestRepository requests;
    private final DataSubjects subjects;
    private final OpenOrders orders;
    private final Accounts accounts;
    private final RequestedRestrictions restrictions;
    private final Jobs jobs;
    private final PrivacyMails mails;
    private final Settings settings;
    private final Clock clock;

    @Inject
    RequestExecution(
            PrivacyRequestRepository requests,
            DataSubjects subjects,
            OpenOrders orders,
            Accounts accounts,
            RequestedRestrictions restrictions,
            Jobs jobs,
            PrivacyMails mails,
            Settings settings,
            Clock clock) {
        this.requests = requests;
        this.subjects = subjects;
        this.orders = orders;
        this.accounts = accounts;
        this.restrictions = restrictions;
        this.jobs = jobs;
        this.mails = mails;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * It is the person who asks. Whoever reads the mail of an account's address may ask for the account.
     *
     * @param evidence how an administrator knows, or null
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void verified(PrivacyRequest request, @Nullable String evidence) {
        Long account = request.customerId();
        String email = request.email();
        if (account == null && email != null) {
            account =
                    accounts.find(request.websiteId(), email).map(Customer::id).orElse(null);
        }
        requests.verify(request, account, evidence, clock.instant());
        goOn(requests.find(request.id()).orElseThrow());
    }

    /** Carries it out, or says what it waits for. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void goOn(PrivacyRequest request) {
        if (request.onHold()) {
            delay(request, ON_HOLD);
            return;
        }
        switch (request.kind()) {
            case ACCESS -> offerFile(request);
            case ERASE -> erase(request);
            case RESTRICT, OBJECT -> restrict(request);
        }
    }

    private void delay(PrivacyRequest request, String reason) {
        if (!reason.equals(request.reason())) {
            requests.delay(request.id(), reason, clock.instant());
        }
    }

    private void offerFile(PrivacyRequest request) {
        Duration life = Duration.ofDays(Math.max(1, settings.number(PrivacySettings.FILE_DAYS, request.websiteId())));
        Instant until = clock.instant().plus(life);
        requests.close(request.id(), RequestStatus.DONE, null, until, clock.instant());
        if (request.isOfGuest() && request.email() != null) {
            String token = LinkToken.make();
            requests.keepToken(request.id(), LinkToken.hash(token), until);
            mails.file(request, token, life);
        }
    }

    private void erase(PrivacyRequest request) {
        if (subjects.of(request)
                .filter(subject -> orders.any(subject, request.websiteId()))
                .isPresent()) {
            delay(request, OPEN_ORDERS);
        } else {
            requests.begin(request.id(), jobs.submit(ErasureWork.KIND), clock.instant());
        }
    }

    private void restrict(PrivacyRequest request) {
        subjects.of(request).ifPresent(subject -> restrictions.begin(subject, request.kind() == RequestKind.RESTRICT));
        requests.close(request.id(), RequestStatus.DONE, null, null, clock.instant());
    }

    /**
     * Takes back what was done for a request to restrict or to object; subscriptions begin only when somebody wants them.
     *
     * @throws io.clientele.shared.Refusal for other requests
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void lift(PrivacyRequest request) {
        if (request.kind() == RequestKind.ACCESS || request.kind() == RequestKind.ERASE) {
            throw PrivacyRefusals.hasEnded(request.status());
        }
        subjects.of(request).ifPresent(subject -> restrictions.end(subject, request.kind() == RequestKind.RESTRICT));
    }
}
