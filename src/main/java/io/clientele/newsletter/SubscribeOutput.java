package io.clientele.newsletter;

import org.eclipse.microprofile.graphql.Name;

/** What has become of the wish to subscribe an address. */
@Name("SubscribeEmailToNewsletterOutput")
public record SubscribeOutput(Status status) {

    /** The statuses by their published names. */
    @Name("SubscriptionStatusesEnum")
    public enum Status {
        NOT_ACTIVE,
        SUBSCRIBED,
        UNSUBSCRIBED,
        UNCONFIRMED;

        static Status of(SubscriptionStatus status) {
            return valueOf(status.name());
        }
    }

    static SubscribeOutput of(SubscriptionStatus status) {
        return new SubscribeOutput(Status.of(status));
    }
}
