package io.clientele.newsletter;

import io.clientele.shared.Acl;
import io.clientele.shared.Refusals;
import io.clientele.shared.graphql.ListInputs;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

/** Subscriptions for administrators and integrations. */
@GraphQLApi
public class AdminNewsletterGraphQL {

    private final SubscriberService subscribers;

    @Inject
    AdminNewsletterGraphQL(SubscriberService subscribers) {
        this.subscribers = subscribers;
    }

    @Query
    @Acl(SubscriberService.RESOURCE)
    public AdminSubscriberNodes.@NonNull Page adminNewsletterSubscribers(
            @Nullable List<ListInputs.Condition> filter,
            @Nullable List<ListInputs.Sort> sort,
            @DefaultValue("20") int pageSize,
            @DefaultValue("1") int currentPage) {
        return AdminSubscriberNodes.Page.of(
                subscribers.search(ListInputs.criteria(filter, sort, pageSize, currentPage)));
    }

    /** Answers how many subscriptions there were; others are passed over. */
    @Mutation
    @Acl(SubscriberService.RESOURCE)
    public @NonNull Integer adminUnsubscribeFromNewsletter(@NonNull List<@NonNull String> ids) {
        return subscribers.unsubscribe(numbers(ids));
    }

    /** Answers how many subscriptions there were; others are passed over. */
    @Mutation
    @Acl(SubscriberService.RESOURCE)
    public @NonNull Integer adminDeleteNewsletterSubscribers(@NonNull List<@NonNull String> ids) {
        return subscribers.delete(numbers(ids));
    }

    private static List<Long> numbers(List<String> ids) {
        return ids.stream()
                .filter(Objects::nonNull)
                .map(AdminNewsletterGraphQL::number)
                .toList();
    }

    private static Long number(String id) {
        try {
            return Long.valueOf(id);
        } catch (NumberFormatException e) {
            throw Refusals.invalidValue("ids", id);
        }
    }
}
