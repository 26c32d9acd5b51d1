package io.clientele.newsletter;

import io.clientele.customer.CreatedAt;
import io.clientele.shared.search.SearchResults;
import java.util.List;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** Subscriptions as GraphQL shows them to administrators. */
public final class AdminSubscriberNodes {

    private AdminSubscriberNodes() {}

    /** A page of them. */
    @Name("AdminNewsletterSubscribers")
    public record Page(
            @NonNull List<@NonNull Item> items,
            @NonNull @Name("total_count") Integer totalCount) {

        static Page of(SearchResults<Subscriber> page) {
            Long total = page.totalCount();
            return new Page(
                    page.items().stream().map(Item::of).toList(),
                    total == null ? page.items().size() : Math.toIntExact(total));
        }
    }

    /** One of them. */
    @Name("AdminNewsletterSubscriber")
    public record Item(
            @Id @NonNull String id,
            @NonNull @Name("website_id") Integer websiteId,
            @NonNull @Name("store_id") Integer storeId,
            @Nullable @Id @Name("customer_id") String customerId,
            @Nullable String firstname,
            @Nullable String lastname,
            @NonNull String email,
            @NonNull SubscribeOutput.Status status,
            @NonNull @Name("created_at") String createdAt,
            @NonNull @Name("changed_at") String changedAt) {

        static Item of(Subscriber subscriber) {
            Long customerId = subscriber.customerId();
            return new Item(
                    Long.toString(subscriber.id()),
                    subscriber.websiteId(),
                    subscriber.storeId(),
                    customerId == null ? null : customerId.toString(),
                    subscriber.firstname(),
                    subscriber.lastname(),
                    subscriber.email(),
                    SubscribeOutput.Status.of(subscriber.status()),
                    CreatedAt.show(subscriber.createdAt()),
                    CreatedAt.show(subscriber.changedAt()));
        }
    }
}
