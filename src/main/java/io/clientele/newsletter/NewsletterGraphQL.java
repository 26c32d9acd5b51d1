package io.clientele.newsletter;

import io.clientele.shared.idempotency.Idempotent;
import io.clientele.store.Settings;
import io.clientele.store.StoreConfigNode;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;

/** The newsletter on the storefront. */
@GraphQLApi
public class NewsletterGraphQL {

    private final SubscriptionService subscriptions;
    private final Settings settings;

    @Inject
    NewsletterGraphQL(SubscriptionService subscriptions, Settings settings) {
        this.subscriptions = subscriptions;
        this.settings = settings;
    }

    @Mutation
    @Idempotent
    public SubscribeOutput subscribeEmailToNewsletter(String email) {
        return SubscribeOutput.of(subscriptions.subscribe(email));
    }

    @Name("newsletter_enabled")
    public List<@NonNull Boolean> newsletterEnabled(@Source List<StoreConfigNode> configs) {
        return configs.stream()
                .map(config -> settings.flag(NewsletterSettings.ACTIVE, config.view()))
                .toList();
    }
}
