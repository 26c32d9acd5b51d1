package io.clientele.customer.life;

import io.clientele.audit.AuditDraft;
import io.clientele.audit.AuditLog;
import io.clientele.customer.Customer;
import io.clientele.shared.person.Person;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/** Notes the steps in the life of an account in the audit log, in the transaction of each. */
@ApplicationScoped
class AccountAudit {

    private final AuditLog log;

    @Inject
    AccountAudit(AuditLog log) {
        this.log = log;
    }

    /** @param step the action after {@code customer.}, such as {@code password.changed} */
    void note(String step, Customer customer) {
        log.record(draft(step, customer));
    }

    /** A step that gives the account another address. */
    void noteEmail(String step, String before, Customer after) {
        log.record(draft(step, after).change(Map.of("email", before), Map.of("email", after.email())));
    }

    private static AuditDraft draft(String step, Customer customer) {
        return AuditDraft.of("customer." + step)
                .about("customer", customer.id())
                .website(customer.websiteId())
                .person(Person.customer(customer.id()))
                .named(customer.email());
    }
}
