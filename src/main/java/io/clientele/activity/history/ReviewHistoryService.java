package io.clientele.activity.history;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;

/** Shows customers their reviews, those among them that are not approved too. */
@ApplicationScoped
class ReviewHistoryService {

    private final ReviewHistoryRepository reviews;

    @Inject
    ReviewHistoryService(ReviewHistoryRepository reviews) {
        this.reviews = reviews;
    }

    /**
     * A page of the reviews of each customer, by customer: one statement.
     *
     * @throws io.clientele.shared.Refusal when there cannot be such a page
     */
    Map<Long, Page<Review>> pages(Collection<Long> customerIds, int pageSize, int currentPage) {
        Page.demand(pageSize, currentPage);
        long[] ids = customerIds.stream().mapToLong(Long::longValue).distinct().toArray();
        return reviews.pages(ids, pageSize, currentPage);
    }
}
