package io.clientele.activity.history;

import io.clientele.store.Settings;
import io.clientele.store.StoreScope;
import io.clientele.store.StoreSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Shows customers their orders. */
@ApplicationScoped
class OrderHistoryService {

    private final OrderHistoryRepository orders;
    private final StoreScope scope;
    private final Settings settings;

    @Inject
    OrderHistoryService(OrderHistoryRepository orders, StoreScope scope, Settings settings) {
        this.orders = orders;
        this.scope = scope;
        this.settings = settings;
    }

    /**
     * A page of the orders of each customer, by customer: one statement.
     *
     * @throws io.clientele.shared.Refusal when there cannot be such a page, or a filter cannot be
     */
    Map<Long, OrderPage> pages(Collection<Long> customerIds, OrderQuery query) {
        Page.demand(query.pageSize(), query.currentPage());
        return orders.pages(
                ids(customerIds), query.everywhere() ? null : scope.view().websiteId(), query);
    }

    /** What was bought in each of the orders, by order: one statement. */
    Map<Long, List<OrderLine>> lines(Collection<Long> orderIds) {
        return orders.lines(ids(orderIds)).stream().collect(Collectors.groupingBy(OrderLine::orderId));
    }

    /** The currency the website's sums are kept in. */
    String baseCurrency(int websiteId) {
        return settings.text(StoreSettings.BASE_CURRENCY, websiteId);
    }

    private static long[] ids(Collection<Long> ids) {
        return ids.stream().mapToLong(Long::longValue).distinct().toArray();
    }
}
