package io.clientele.activity.history;

import io.clientele.activity.history.OrderNodes.OrderNode;
import io.clientele.customer.graphql.AddressesNode.PageInfoNode;
import io.clientele.shared.ShownTime;
import java.util.List;
import java.util.function.IntFunction;
import org.eclipse.microprofile.graphql.Name;
import org.jspecify.annotations.Nullable;

/** A page of orders over GraphQL. */
@Name("CustomerOrders")
public record OrdersNode(
        List<OrderNode> items,
        @Name("page_info") PageInfoNode pageInfo,
        @Name("total_count") Integer totalCount,
        @Nullable @Name("date_of_first_order") String dateOfFirstOrder) {

    /** @param baseCurrencies the base currency of a website */
    static OrdersNode of(OrderPage orders, IntFunction<String> baseCurrencies) {
        return new OrdersNode(
                orders.page().items().stream()
                        .map(order -> OrderNode.of(order, baseCurrencies.apply(order.websiteId())))
                        .toList(),
                PageNodes.info(orders.page()),
                Math.toIntExact(orders.page().total()),
                orders.firstPlacedAt() == null ? null : ShownTime.of(orders.firstPlacedAt()));
    }
}
