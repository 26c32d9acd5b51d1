package io.clientele.activity.history;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Shows customers their wish lists. */
@ApplicationScoped
class WishlistHistoryService {

    private final WishlistHistoryRepository lists;

    @Inject
    WishlistHistoryService(WishlistHistoryRepository lists) {
        this.lists = lists;
    }

    /** The wish lists of the customers, by customer, the oldest first: one statement. */
    Map<Long, List<Wishlist>> ofCustomers(Collection<Long> customerIds) {
        long[] ids = customerIds.stream().mapToLong(Long::longValue).distinct().toArray();
        return lists.ofCustomers(ids).stream().collect(Collectors.groupingBy(Wishlist::customerId));
    }

    /** A page of the list. */
    static <T> Page<T> page(List<T> all, int pageSize, int currentPage) {
        Page.demand(pageSize, currentPage);
        List<T> items = all.stream()
                .skip(Page.offset(pageSize, currentPage))
                .limit(pageSize)
                .toList();
        return new Page<>(items, all.size(), pageSize, currentPage);
    }
}
