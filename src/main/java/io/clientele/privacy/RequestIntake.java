package io.clientele.privacy;

import io.clientele.access.AddressThrottle;
import io.clientele.customer.Customer;
import io.clientele.customer.CustomerService;
import io.clientele.customer.EmailAddress;
import io.clientele.mail.LinkToken;
import io.clientele.shared.Caller;
import io.clientele.shared.CurrentCaller;
import io.clientele.shared.Refusals;
import io.clientele.store.Settings;
import io.clientele.store.StoreScope;
import io.clientele.store.StoreView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Takes what people ask about their data. Nothing is looked up for a stranger's address: the answer is the same whether anything
 * is kept of it or not, and whoever reads its mail decides what follows.
 */
@ApplicationScoped
public class RequestIntake {

    private static final int LONGEST_EVIDENCE = 2_000;
    private static final Duration DAY = Duration.ofDays(1);

    private final PrivacyRequestRepository requests;
    private final RequestExecution execution;
    private final RequestAccess access;
    private final CustomerService customers;
    private final AddressThrottle addresses;
    private final PrivacyMails mails;
    private final PrivacyAudit audit;
    private final Settings settings;
    private final StoreScope scope;
    private final CurrentCaller caller;
    private final Clock clock;

    @Inject
    RequestIntake(
            PrivacyRequestRepository requests,
            RequestExecution execution,
            RequestAccess access,
            CustomerService customers,
            AddressThrottle addresses,
            PrivacyMails mails,
            PrivacyAudit audit,
            Settings settings,
            StoreScope scope,
            CurrentCaller caller,
            Clock clock) {
        this.requests = requests;
        this.execution = execution;
        this.access = access;
        this.customers = customers;
        this.addresses = addresses;
        this.mails = mails;
        this.audit = audit;
        this.settings = settings;
        this.scope = scope;
        this.caller = caller;
        this.clock = clock;
    }

    /** Whose data is asked about, and where. */
    private record Whose(@Nullable Long customerId, String email, int websiteId, int storeId) {}

    /**
     * Takes a request. A customer who is signed in can restrict and object at once; whoever wants to see or lose everything is
     * mailed a link first, as a stolen token must not be enough for that.
     *
     * @throws io.clientele.shared.Refusal when something is missing or wrong, the person cannot be asked for by the caller, or
     *     there were too many requests
     */
    @Transactional
    public PrivacyRequest create(PrivacyRequestDraft draft) {
        access.demandManagerOrPerson();
        RequestKind kind = RequestKind.of(draft.kind());
        boolean manager = access.isManager();
        String evidence = manager ? evidence(draft.evidence()) : none(draft.evidence());
        Whose whose = whose(draft, manager);
        if (!manager) {
            bound(whose);
        }
        Instant now = clock.instant();
        int days = Math.max(1, settings.number(PrivacySettings.DUE_DAYS, whose.websiteId()));
        long id = requests.add(
                new PrivacyRequestRepository.Draft(
                        kind,
                        RequestStatus.AWAITING_VERIFICATION,
                        whose.websiteId(),
                        whose.storeId(),
                        whose.customerId(),
                        whose.email(),
                        evidence,
                        caller.get().type().name().toLowerCase(Locale.ROOT),
                        now.plus(Duration.ofDays(days))),
                now);
        PrivacyRequest made = requests.find(id).orElseThrow();
        boolean known = evidence != null
                || (caller.get().isCustomer() && (kind == RequestKind.RESTRICT || kind == RequestKind.OBJECT));
        if (known) {
            execution.verified(made, evidence);
        } else {
            mail(made, now);
        }
        return noted(id);
    }

    /**
     * Erases an account that nobody has used for long.
     *
     * @return the request that was made for it
     */
    @Transactional
    PrivacyRequest ofUnused(Customer customer) {
        Instant now = clock.instant();
        long id = requests.add(
                new PrivacyRequestRepository.Draft(
                        RequestKind.ERASE,
                        RequestStatus.AWAITING_VERIFICATION,
                        customer.websiteId(),
                        customer.storeId(),
                        customer.id(),
                        customer.email(),
                        null,
                        "retention",
                        now),
                now);
        execution.verified(requests.find(id).orElseThrow(), null);
        return noted(id);
    }

    private PrivacyRequest noted(long id) {
        PrivacyRequest request = requests.find(id).orElseThrow();
        audit.note("created", request);
        return request;
    }

    private void mail(PrivacyRequest made, Instant now) {
        Duration life = Duration.ofHours(Math.max(1, settings.number(PrivacySettings.LINK_HOURS, made.websiteId())));
        String token = LinkToken.make();
        requests.keepToken(made.id(), LinkToken.hash(token), now.plus(life));
        mails.verify(made, token, life);
    }

    private Whose whose(PrivacyRequestDraft draft, boolean manager) {
        Caller who = caller.get();
        if (who.isCustomer()) {
            if (draft.email() != null || (draft.customerId() != null && draft.customerId() != who.id())) {
                throw PrivacyRefusals.ownOnly();
            }
            return of(customers.get(who.id()));
        }
        if (!manager) {
            addresses.probe();
            if (draft.customerId() != null) {
                throw PrivacyRefusals.ownOnly();
            }
            return of(draft.email());
        }
        if ((draft.customerId() == null) == (draft.email() == null)) {
            throw PrivacyRefusals.onePerson();
        }
        return draft.customerId() == null ? of(draft.email()) : of(customers.get(draft.customerId()));
    }

    private static Whose of(Customer customer) {
        return new Whose(customer.id(), customer.email(), customer.websiteId(), customer.storeId());
    }

    private Whose of(@Nullable String email) {
        if (email == null || email.isBlank()) {
            throw Refusals.required("email");
        }
        if (!EmailAddress.isValid(email.strip())) {
            throw PrivacyRefusals.badEmail();
        }
        StoreView view = scope.view();
        if (!caller.get().maySee(view.websiteId())) {
            throw Refusals.notAllowed(RequestAccess.MANAGE);
        }
        return new Whose(null, email.strip(), view.websiteId(), view.id());
    }

    static @Nullable String evidence(@Nullable String given) {
        if (given != null && given.length() > LONGEST_EVIDENCE) {
            throw PrivacyRefusals.tooLong("Evidence", LONGEST_EVIDENCE);
        }
        return given == null || given.isBlank() ? null : given.strip();
    }

    /** Nobody vouches for oneself. */
    private static @Nullable String none(@Nullable String given) {
        if (given != null) {
            throw Refusals.notAllowed(RequestAccess.MANAGE);
        }
        return null;
    }

    private void bound(Whose whose) {
        requests.lock(whose.email());
        int most = Math.max(1, settings.number(PrivacySettings.MOST_REQUESTS, whose.websiteId()));
        if (requests.count(whose.email(), clock.instant().minus(DAY)) >= most) {
            throw PrivacyRefusals.tooMany();
        }
    }
}
