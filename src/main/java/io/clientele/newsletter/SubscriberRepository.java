package io.clientele.newsletter;

import static io.clientele.shared.search.SearchField.folded;
import static io.clientele.shared.search.SearchField.of;
import static io.clientele.shared.search.SearchField.text;

import io.clientele.shared.search.Search;
import io.clientele.shared.search.SearchCriteria;
import io.clientele.shared.search.SearchField.Type;
import io.clientele.shared.search.SearchFields;
import io.clientele.shared.search.SearchResults;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;

/** The list of {@code newsletter_subscriber}. */
@ApplicationScoped
class SubscriberRepository {

    private static final Search.Source SOURCE = new Search.Source(
            "n.id, n.website_id, n.store_id, n.customer_id, c.firstname, c.lastname, n.email, n.status, n.created_at,"
                    + " n.changed_at",
            "newsletter_subscriber n left join customer c on c.id = n.customer_id",
            new SearchFields(List.of(
                    of("id", Type.INTEGER, "n.id").always(),
                    of("website_id", Type.INTEGER, "n.website_id").always(),
                    of("store_id", Type.INTEGER, "n.store_id").always(),
                    of("customer_id", Type.INTEGER, "n.customer_id"),
                    text("firstname", "c.firstname"),
                    text("lastname", "c.lastname"),
                    folded("email", "n.email_key").always(),
                    of("status", Type.INTEGER, "n.status").always(),
                    of("created_at", Type.MOMENT, "n.created_at").always(),
                    of("changed_at", Type.MOMENT, "n.changed_at").always())),
            "n.id");

    private final Search search;

    @Inject
    SubscriberRepository(Search search) {
        this.search = search;
    }

    /** What matches on the websites; an empty set means all of them. */
    SearchResults<Subscriber> page(SearchCriteria criteria, Set<Integer> websiteIds) {
        SqlFragment visible = websiteIds.isEmpty()
                ? SqlFragment.EMPTY
                : SqlFragment.of("n.website_id = any(?::int[])", (Object)
                        websiteIds.stream().map(String::valueOf).toArray(String[]::new));
        return search.page(SOURCE, visible, criteria, SubscriberRepository::read);
    }

    private static Subscriber read(ResultSet row) throws SQLException {
        return new Subscriber(
                row.getLong(1),
                row.getInt(2),
                row.getInt(3),
                row.getObject(4, Long.class),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                SubscriptionStatus.of(row.getInt(8)),
                row.getObject(9, OffsetDateTime.class).toInstant(),
                row.getObject(10, OffsetDateTime.class).toInstant());
    }
}
