package io.clientele.customer;

import io.clientele.audit.ActorName;
import io.clientele.shared.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The e-mail addresses by which customers are named where they did something. */
@ApplicationScoped
class CustomerName implements ActorName {

    private final CustomerRepository customers;

    CustomerName(CustomerRepository customers) {
        this.customers = customers;
    }

    @Override
    public Caller.Type type() {
        return Caller.Type.CUSTOMER;
    }

    @Override
    public Optional<String> of(long id) {
        return customers.emailOf(id);
    }
}
