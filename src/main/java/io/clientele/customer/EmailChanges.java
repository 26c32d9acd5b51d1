package io.clientele.customer;

import io.clientele.access.Subject;
import io.clientele.access.Tokens;
import io.clientele.shared.CurrentCaller;
import io.clientele.shared.Fold;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Stores changes of accounts with what a changed e-mail address brings about: nobody has proved to read its mail yet,
 * the other sessions end, and the owner is told.
 */
@ApplicationScoped
class EmailChanges {

    private final CustomerRepository customers;
    private final CustomerWriter writer;
    private final Confirmation confirmation;
    private final OwnSessions sessions;
    private final Tokens tokens;
    private final List<AccountParticipant> participants;
    private final CurrentCaller caller;

    @Inject
    EmailChanges(
            CustomerRepository customers,
            CustomerWriter writer,
            Confirmation confirmation,
            OwnSessions sessions,
            Tokens tokens,
            @All List<AccountParticipant> participants,
            CurrentCaller caller) {
        this.customers = customers;
        this.writer = writer;
        this.confirmation = confirmation;
        this.sessions = sessions;
        this.tokens = tokens;
        this.participants = participants;
        this.caller = caller;
    }

    Customer write(CustomerEntity row, CustomerDraft draft, boolean bySelf) {
        return write(row, draft, bySelf, true);
    }

    /** The same for an account that another system keeps and that is brought up to date here: nobody is mailed. */
    Customer enter(CustomerEntity row, CustomerDraft draft) {
        return write(row, draft, false, false);
    }

    private Customer write(CustomerEntity row, CustomerDraft draft, boolean bySelf, boolean told) {
        String email = draft.person().email();
        if (row.id == null || email == null || Fold.key(email.strip()).equals(row.emailKey)) {
            return writer.write(row, draft);
        }
        caller.demandNobodyActsFor();
        long id = row.id;
        Customer before = customers.customer(id).orElseThrow(() -> CustomerRefusals.missing(id));
        row.emailVerifiedAt = null;
        String awaited = bySelf ? confirmation.ofChanged(row.websiteId) : null;
        if (awaited != null) {
            row.confirmation = awaited;
        }
        Customer after = writer.write(row, draft);
        if (awaited == null) {
            sessions.endOthers(Subject.customer(id));
        } else {
            tokens.revokeAll(Subject.customer(id));
        }
        AccountParticipant.EmailChange change = new AccountParticipant.EmailChange(before, after, bySelf, told);
        participants.forEach(participant -> participant.emailChanged(change));
        return after;
    }

    /** Gives the account back an address; that is no change its owner is told of. */
    Customer restore(CustomerEntity row, String email) {
        row.emailVerifiedAt = null;
        row.confirmation = null;
        Customer restored = writer.write(row, CustomerDraft.ofEmail(email));
        tokens.revokeAll(Subject.customer(restored.id()));
        return restored;
    }
}
