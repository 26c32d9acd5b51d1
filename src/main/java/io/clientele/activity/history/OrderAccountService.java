package io.clientele.activity.history;

import io.clientele.customer.Customer;
import io.clientele.customer.CustomerDraft;
import io.clientele.customer.RegistrationService;
import io.clientele.shared.CurrentCaller;
import io.clientele.shared.Refusals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Makes accounts after orders that guests placed. The account has no password: its owner is mailed the link to set one,
 * and has then shown to read the address's mail, whereupon all other orders of the address become the account's too.
 */
@ApplicationScoped
class OrderAccountService {

    static final String RESOURCE = "Clientele_Activity::write";

    private final OrderHistoryRepository orders;
    private final RegistrationService registration;
    private final OrderClaim claim;
    private final OrderBook book;
    private final CurrentCaller caller;

    @Inject
    OrderAccountService(
            OrderHistoryRepository orders,
            RegistrationService registration,
            OrderClaim claim,
            OrderBook book,
            CurrentCaller caller) {
        this.orders = orders;
        this.registration = registration;
        this.claim = claim;
        this.book = book;
        this.caller = caller;
    }

    /**
     * Makes an account in the order's website, with those of the order's addresses that an address book takes.
     *
     * @throws io.clientele.shared.Refusal when there is no such order, it is somebody's already, it has no e-mail address
     *     or no names, or the address has an account
     */
    Customer make(String number) {
        OrderHistoryRepository.Owned found = orders.find(number)
                .filter(each -> caller.get().maySee(each.order().websiteId()))
                .orElseThrow(() -> Refusals.noSuchEntity("external_id", number));
        if (found.customerId() != null) {
            throw HistoryRefusals.orderIsSomebodys(number);
        }
        Order order = found.order();
        CustomerDraft draft = new CustomerDraft(
                new CustomerDraft.Placement(order.websiteId(), null, null, null, null, null, null),
                person(order),
                CustomerDraft.Book.of(book.of(order)));
        claim.intend(order);
        return registration.registerKnown(draft);
    }

    private static CustomerDraft.Person person(Order order) {
        if (order.email() == null) {
            throw HistoryRefusals.orderLacks(order.number(), "e-mail address");
        }
        OrderAddress names = order.person();
        if (names == null || !names.namesSomebody()) {
            throw HistoryRefusals.orderLacks(order.number(), "name");
        }
        return new CustomerDraft.Person(
                order.email(),
                names.firstname(),
                names.lastname(),
                names.middlename(),
                names.prefix(),
                names.suffix(),
                null,
                null,
                null);
    }
}
