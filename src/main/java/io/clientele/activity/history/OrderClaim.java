package io.clientele.activity.history;

import io.clientele.activity.OrderClaims;
import io.clientele.customer.AccountParticipant;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Makes an order the property of the account that the request in hand makes of it, in the transaction of the account. */
@RequestScoped
class OrderClaim implements AccountParticipant {

    private final OrderClaims orders;
    private @Nullable Order intended;

    @Inject
    OrderClaim(OrderClaims orders) {
        this.orders = orders;
    }

    /** The account that is registered next gets the order. */
    void intend(Order order) {
        intended = order;
    }

    /** @throws io.clientele.shared.Refusal when somebody else has got the order meanwhile */
    @Override
    public void registered(Registration registration) {
        Order order = intended;
        intended = null;
        if (order != null
                && !orders.claim(order.number(), registration.customer().id())) {
            throw HistoryRefusals.orderIsSomebodys(order.number());
        }
    }
}
