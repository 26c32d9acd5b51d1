package io.clientele.presence;

import io.clientele.customer.CreatedAt;
import io.clientele.shared.search.SearchResults;
import java.util.List;
import org.eclipse.microprofile.graphql.Enum;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** Who is online as GraphQL shows it. */
public final class AdminOnlineNodes {

    private AdminOnlineNodes() {}

    /** A page of those who are online. */
    @Name("AdminOnlinePage")
    public record Page(
            @NonNull List<@NonNull Item> items,
            @NonNull @Name("total_count") Integer totalCount) {}

    /** Somebody who is online. */
    @Name("AdminOnline")
    public record Item(
            @Id @NonNull String id,
            @NonNull Type type,
            @NonNull @Name("website_id") Integer websiteId,
            @Nullable String firstname,
            @Nullable String lastname,
            @Nullable String email,
            @Nullable String company,
            @NonNull @Name("last_activity") String lastActivity,
            @Nullable @Name("last_url") String lastUrl) {}

    /** Customers have signed in or registered; visitors have not. */
    @Enum("AdminOnlineType")
    public enum Type {
        CUSTOMER,
        VISITOR
    }

    static Page of(SearchResults<Online> page) {
        Long total = page.totalCount();
        return new Page(
                page.items().stream().map(AdminOnlineNodes::item).toList(),
                total == null ? page.items().size() : Math.toIntExact(total));
    }

    private static Item item(Online online) {
        return new Item(
                Long.toString(online.id()),
                Type.valueOf(online.type().name()),
                online.websiteId(),
                online.firstname(),
                online.lastname(),
                online.email(),
                online.company(),
                CreatedAt.show(online.lastActivity()),
                online.lastUrl());
    }
}
