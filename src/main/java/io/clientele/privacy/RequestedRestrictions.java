package io.clientele.privacy;

import io.clientele.customer.Accounts;
import io.clientele.customer.Restrictions;
import io.clientele.newsletter.EndedSubscriptions;
import io.clientele.newsletter.ObjectionParticipant;
import io.clientele.segment.RestrictedMembers;
import io.clientele.shared.person.ConsentLog;
import io.clientele.shared.person.DataSubject;
import io.clientele.shared.person.Person;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Begins and ends what people ask for when they restrict the use of their data or object to marketing. */
@ApplicationScoped
class RequestedRestrictions implements ObjectionParticipant {

    /** What somebody withdraws who objects, as the history of consents calls it. */
    private static final String MARKETING = "marketing";

    private final PrivacyRequestRepository requests;
    private final RequestUpkeepRepository upkeep;
    private final Accounts accounts;
    private final Restrictions restrictions;
    private final EndedSubscriptions subscriptions;
    private final RestrictedMembers members;
    private final ConsentLog consents;
    private final PrivacyAudit audit;
    private final Clock clock;

    @Inject
    RequestedRestrictions(
            PrivacyRequestRepository requests,
            RequestUpkeepRepository upkeep,
            Accounts accounts,
            Restrictions restrictions,
            EndedSubscriptions subscriptions,
            RestrictedMembers members,
            ConsentLog consents,
            PrivacyAudit audit,
            Clock clock) {
        this.requests = requests;
        this.upkeep = upkeep;
        this.accounts = accounts;
        this.restrictions = restrictions;
        this.subscriptions = subscriptions;
        this.members = members;
        this.consents = consents;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param all whether nothing but keeping is left; otherwise no profiles and no marketing */
    @Transactional(Transactional.TxType.MANDATORY)
    public void begin(DataSubject subject, boolean all) {
        // Whoever subscribes the customer for somebody else holds the account while looking for objections.
        if (subject.account() != 0 && accounts.lock(subject.account()).isPresent()) {
            restrictions.begin(subject.account(), all);
            members.judgeAnew(subject.account());
        }
        if (!all) {
            note(subject, false);
        }
        subscriptions.end(subject);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void end(DataSubject subject, boolean all) {
        if (subject.account() != 0) {
            restrictions.end(subject.account(), all);
            members.judgeAnew(subject.account());
        }
        if (!all) {
            note(subject, true);
        }
    }

    private void note(DataSubject subject, boolean given) {
        consents.note(
                subject.account() == 0 ? subject.address() : Person.customer(subject.account()),
                null,
                MARKETING,
                null,
                given,
                "");
    }

    /** Whoever wants the newsletter again objects no longer: the requests say so, too. */
    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void withdrawn(long customerId) {
        restrictions.end(customerId, false);
        members.judgeAnew(customerId);
        consents.note(Person.customer(customerId), null, MARKETING, null, true, "");
        for (long id : upkeep.objections(customerId)) {
            requests.close(id, RequestStatus.WITHDRAWN, null, null, clock.instant());
            audit.note("withdrawn", requests.find(id).orElseThrow());
        }
    }
}
