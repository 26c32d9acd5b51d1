package io.clientele.privacy;

import io.clientele.customer.Customer;
import io.clientele.customer.CustomerService;
import io.clientele.shared.CurrentCaller;
import io.clientele.shared.Fold;
import io.clientele.shared.person.ConsentChange;
import io.clientele.shared.person.ConsentLog;
import io.clientele.shared.person.Person;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** Shows what customers have agreed to and withdrawn, and as guests under an address that is shown to be theirs. */
@ApplicationScoped
public class ConsentHistoryService {

    private final ConsentLog log;
    private final CustomerService customers;
    private final CurrentCaller caller;

    @Inject
    ConsentHistoryService(ConsentLog log, CustomerService customers, CurrentCaller caller) {
        this.log = log;
        this.customers = customers;
        this.caller = caller;
    }

    /** The calling customer's, the latest first; a thousand at most. */
    public List<ConsentChange> own() {
        return of(caller.customerId());
    }

    /** @throws io.clientele.shared.Refusal when there is no such customer, or it is not the caller's to see */
    public List<ConsentChange> of(long customerId) {
        Customer customer = customers.get(customerId);
        List<Person> persons = new ArrayList<>(List.of(Person.customer(customerId)));
        if (customer.emailVerifiedAt() != null) {
            persons.add(Person.email(Fold.key(customer.email())));
        }
        return log.of(persons);
    }
}
