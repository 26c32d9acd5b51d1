package io.clientele.activity;

import io.clientele.customer.Customer;
import io.clientele.customer.VerifiedEmailParticipant;
import io.clientele.shared.Fold;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Gives an account what guests did under its address, once its owner has shown to read the mail: on the account's website,
 * and on all while accounts are shared.
 */
@ApplicationScoped
class GuestFacts implements VerifiedEmailParticipant {

    private final People people;
    private final OrderRepository orders;
    private final CartRepository carts;

    @Inject
    GuestFacts(People people, OrderRepository orders, CartRepository carts) {
        this.people = people;
        this.orders = orders;
        this.carts = carts;
    }

    @Override
    public void emailVerified(Customer customer) {
        List<Integer> websites = people.websitesOf(customer.id());
        String emailKey = Fold.key(customer.email());
        orders.claim(customer.id(), emailKey, websites);
        carts.claim(customer.id(), emailKey, websites);
    }
}
