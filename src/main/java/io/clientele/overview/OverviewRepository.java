package io.clientele.overview;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clientele.overview.CustomerParts.AppConsent;
import io.clientele.overview.CustomerParts.Newsletter;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what is known of customers in a few rows with one statement, however many they are. */
@ApplicationScoped
class OverviewRepository {

    private static final int MOST_CONSENTS = 100;

    private static final String PARTS = """
            select c.id, f.last_sign_in_at, f.orders_count, f.lifetime_value,
                (select jsonb_agg(r order by r.website_id) from (
                    select n.website_id, n.store_id, n.status, n.changed_at from newsletter_subscriber n
                    where n.customer_id = c.id and (? or n.website_id = any (?::bigint[]))) r),
                (select jsonb_agg(r order by r.created_at desc, r.integration_id) from (
                    select o.integration_id, i.name as client_name, o.scopes, o.created_at, o.updated_at
                    from oauth2_consent o join integration i on i.id = o.integration_id
                    where o.customer_id = c.id order by o.created_at desc, o.integration_id limit ?) r),
                (select jsonb_agg(r order by r.segment_id) from (
                    select m.segment_id, m.entered_at from segment_member m where m.customer_id = c.id) r)
            from unnest(?::bigint[]) as c (id) join customer_figure f on f.customer_id = c.id""";

    private final Database database;
    private final ObjectMapper json;

    @Inject
    OverviewRepository(Database database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** A segment a customer is in, whether it is active or not. */
    record Membership(long segmentId, Instant enteredAt) {}

    /** A customer's rows. */
    record Stored(
            long customerId,
            @Nullable Instant lastSignInAt,
            int ordersCount,
            BigDecimal lifetimeValue,
            List<Newsletter> newsletter,
            List<AppConsent> consents,
            List<Membership> memberships) {}

    /**
     * The rows of each customer that there is.
     *
     * @param websiteIds whose newsletters are shown; none for those of all
     */
    List<Stored> of(long[] customerIds, Collection<Integer> websiteIds) {
        return database.listPlanned(
                SqlFragment.of(
                        PARTS,
                        websiteIds.isEmpty(),
                        websiteIds.stream().mapToLong(Integer::longValue).toArray(),
                        MOST_CONSENTS,
                        customerIds),
                this::read);
    }

    private Stored read(ResultSet row) throws SQLException {
        OffsetDateTime signedIn = row.getObject(2, OffsetDateTime.class);
        return new Stored(
                row.getLong(1),
                signedIn == null ? null : signedIn.toInstant(),
                row.getInt(3),
                row.getBigDecimal(4),
                list(row.getString(5), Newsletter.class),
                list(row.getString(6), AppConsent.class),
                list(row.getString(7), Membership.class));
    }

    private <T> List<T> list(@Nullable String array, Class<T> element) {
        try {
            return array == null ? List.of() : json.readerForListOf(element).readValue(array);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("PostgreSQL answers JSON of the form that was asked for", e);
        }
    }
}
