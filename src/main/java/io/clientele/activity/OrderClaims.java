package io.clientele.activity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Gives single orders to customers. */
@ApplicationScoped
public class OrderClaims {

    private final OrderRepository orders;

    @Inject
    OrderClaims(OrderRepository orders) {
        this.orders = orders;
    }

    /** Gives the order to the customer; false when there is no such order, or somebody else has it. */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean claim(String externalId, long customerId) {
        return orders.claim(externalId, customerId);
    }
}
