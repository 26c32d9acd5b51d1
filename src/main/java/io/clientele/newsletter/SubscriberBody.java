package io.clientele.newsletter;

import io.clientele.customer.CreatedAt;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A subscription as REST shows it to administrators.
 *
 * @param status 1 subscribed, 2 to be confirmed by the mailed link, 3 unsubscribed, 4 waiting for its account
 */
@Schema(name = "newsletter-subscriber")
public record SubscriberBody(
        long id,
        int websiteId,
        int storeId,
        @Nullable Long customerId,
        @Nullable String firstname,
        @Nullable String lastname,
        String email,
        int status,
        String createdAt,
        String changedAt) {

    static SubscriberBody of(Subscriber subscriber) {
        return new SubscriberBody(
                subscriber.id(),
                subscriber.websiteId(),
                subscriber.storeId(),
                subscriber.customerId(),
                subscriber.firstname(),
                subscriber.lastname(),
                subscriber.email(),
                subscriber.status().number(),
                CreatedAt.show(subscriber.createdAt()),
                CreatedAt.show(subscriber.changedAt()));
    }
}
