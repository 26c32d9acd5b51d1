package io.clientele.activity.history;

import io.clientele.address.AddressCheck;
import io.clientele.address.AddressDraft;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes an address book of an order's addresses. Shops may report less than an address book asks for: what it would not
 * take is left out, since an account without it is better than none.
 */
@ApplicationScoped
class OrderBook {

    private final AddressCheck check;

    @Inject
    OrderBook(AddressCheck check) {
        this.check = check;
    }

    /** The order's addresses as the defaults they were used as; one where both are the same. */
    List<AddressDraft> of(Order order) {
        OrderAddress billing = order.billingAddress();
        OrderAddress shipping = order.shippingAddress();
        boolean same = billing != null && billing.equals(shipping);
        List<AddressDraft> book = new ArrayList<>();
        add(book, order, billing, true, same);
        if (!same) {
            add(book, order, shipping, false, true);
        }
        return book;
    }

    private void add(
            List<AddressDraft> book,
            Order order,
            @Nullable OrderAddress address,
            boolean defaultBilling,
            boolean defaultShipping) {
        if (address == null) {
            return;
        }
        AddressDraft draft = draft(address, defaultBilling, defaultShipping);
        if (check.passes(draft, order.websiteId())) {
            book.add(draft);
        }
    }

    private static AddressDraft draft(OrderAddress address, boolean defaultBilling, boolean defaultShipping) {
        return new AddressDraft(
                null,
                address.firstname(),
                address.lastname(),
                address.middlename(),
                address.prefix(),
                address.suffix(),
                address.company(),
                address.street(),
                address.city(),
                address.postcode(),
                address.countryId(),
                address.regionId(),
                address.region(),
                address.regionCode(),
                address.telephone(),
                address.fax(),
                address.vatId(),
                defaultBilling,
                defaultShipping,
                null,
                Map.of());
    }
}
