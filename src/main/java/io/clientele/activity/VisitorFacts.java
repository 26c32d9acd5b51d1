package io.clientele.activity;

import io.clientele.presence.VisitorParticipant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Lets the carts and views of a visitor follow into the customer, on the websites where the account counts. */
@ApplicationScoped
class VisitorFacts implements VisitorParticipant {

    private final People people;
    private final CartRepository carts;
    private final ViewRepository views;

    @Inject
    VisitorFacts(People people, CartRepository carts, ViewRepository views) {
        this.people = people;
        this.carts = carts;
        this.views = views;
    }

    @Override
    public void becameCustomer(long visitorId, long customerId) {
        List<Integer> websites = people.websitesOf(customerId);
        carts.follow(visitorId, customerId, websites);
        views.follow(visitorId, customerId, websites);
    }
}
