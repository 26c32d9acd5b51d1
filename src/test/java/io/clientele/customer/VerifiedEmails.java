package io.clientele.customer;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Stands for a feature that keeps what people without an account did, and notes whose it becomes. */
@ApplicationScoped
class VerifiedEmails implements VerifiedEmailParticipant {

    private final Collection<String> claimed = new ConcurrentLinkedQueue<>();

    @Override
    public void emailVerified(Customer customer) {
        claimed.add(customer.email());
    }

    boolean has(Object email) {
        return claimed.contains(email.toString());
    }
}
