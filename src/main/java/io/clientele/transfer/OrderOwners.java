package io.clientele.transfer;

import io.clientele.activity.OrderDraft;
import io.clientele.customer.CustomerImport;
import io.clientele.shared.Fold;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds the accounts of orders. Where the other shop says that an order was placed with an account, it is that one's, by the shop's
 * id or else by the address: people were signed in there. A guest's order stays one until somebody shows to read its mail.
 */
@ApplicationScoped
class OrderOwners {

    private final CustomerImport customers;

    @Inject
    OrderOwners(CustomerImport customers) {
        this.customers = customers;
    }

    /** The orders as they are reported; the accounts stay what they are called until the transaction in hand ends. */
    List<OrderDraft> drafts(List<PlacedOrder> placed) {
        Map<Integer, Set<String>> keyed = new HashMap<>();
        Map<Integer, Map<String, Long>> byEmail = new HashMap<>();
        byWebsite(placed, PlacedOrder::customer).forEach((website, ids) -> {
            Set<String> known = new HashSet<>(customers.known(website, ids));
            // What was reported of a merged account is of the one that stays.
            known.addAll(customers.merged(website, ids).keySet());
            keyed.put(website, known);
        });
        byWebsite(placed, order -> order.customer().isEmpty() ? "" : Fold.key(order.email()))
                .forEach((website, emails) -> byEmail.put(website, customers.accounts(website, emails)));
        return placed.stream()
                .map(order -> OrderCells.draft(order.rows(), order.websiteId(), owner(order, keyed, byEmail)))
                .toList();
    }

    private static OrderCells.Owner owner(
            PlacedOrder order, Map<Integer, Set<String>> keyed, Map<Integer, Map<String, Long>> byEmail) {
        OrderCells.Owner guest = guest(order);
        if (keyed.getOrDefault(order.websiteId(), Set.of()).contains(order.customer())) {
            return new OrderCells.Owner(null, order.customer(), guest.email());
        }
        Long account = order.customer().isEmpty()
                ? null
                : byEmail.getOrDefault(order.websiteId(), Map.of()).get(Fold.key(order.email()));
        return new OrderCells.Owner(account, null, guest.email());
    }

    /** Nobody but the address. */
    static OrderCells.Owner guest(PlacedOrder order) {
        return new OrderCells.Owner(null, null, order.email().isEmpty() ? null : order.email());
    }

    private static Map<Integer, Set<String>> byWebsite(List<PlacedOrder> placed, Function<PlacedOrder, String> key) {
        return placed.stream()
                .filter(order -> !key.apply(order).isEmpty())
                .collect(Collectors.groupingBy(PlacedOrder::websiteId, Collectors.mapping(key, Collectors.toSet())));
    }
}
