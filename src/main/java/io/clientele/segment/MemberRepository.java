package io.clientele.segment;

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
import org.jspecify.annotations.Nullable;

/** The list of the customers in a segment. */
@ApplicationScoped
class MemberRepository {

    private static final String NAME = "customer_name(c.prefix, c.firstname, c.middlename, c.lastname, c.suffix)";
    private static final String BILLING = "customer_address a where a.customer_id = c.id and a.is_default_billing";
    private static final Search.Source SOURCE = new Search.Source(
            "c.id, " + NAME + ", c.email, c.group_id, g.code, b.telephone, b.postcode, b.country_id, b.region,"
                    + " c.created_at, c.website_id, m.entered_at",
            "segment_member m join customer c on c.id = m.customer_id join customer_group g on g.id = c.group_id"
                    + " left join customer_address b on b.customer_id = c.id and b.is_default_billing",
            new SearchFields(List.of(
                    of("id", Type.INTEGER, "c.id").always(),
                    text("name", NAME).always(),
                    folded("email", "c.email_key").always(),
                    of("group_id", Type.INTEGER, "c.group_id").always(),
                    folded("group", "g.code_key").always(),
                    text("phone", "a.telephone").of("phone", BILLING),
                    text("postcode", "a.postcode").of("postcode", BILLING),
                    text("country_id", "a.country_id").of("country_id", BILLING),
                    text("region", "a.region").of("region", BILLING),
                    of("customer_since", Type.MOMENT, "c.created_at").always(),
                    of("website_id", Type.INTEGER, "c.website_id").always(),
                    of("entered_at", Type.MOMENT, "m.entered_at").always())),
            "c.id");

    private final Search search;

    @Inject
    MemberRepository(Search search) {
        this.search = search;
    }

    /** Who is in several is there once, as the member of the one that was entered first. */
    private static SqlFragment membership(Set<Long> segmentIds) {
        long[] ids = segmentIds.stream().mapToLong(Long::longValue).toArray();
        return ids.length == 1
                ? SqlFragment.of("m.segment_id = ?", ids[0])
                : SqlFragment.of(
                        "m.segment_id = any (?) and not exists (select 1 from segment_member n"
                                + " where n.customer_id = m.customer_id and n.segment_id = any (?)"
                                + " and (n.entered_at, n.segment_id) < (m.entered_at, m.segment_id))",
                        ids,
                        ids);
    }

    /**
     * @param websiteIds where the customers must be; none for anywhere
     * @param after where the page before this one ended, empty for the first; null to go by page numbers
     */
    SearchResults<Member> page(
            Set<Long> segmentIds, SearchCriteria criteria, Set<Integer> websiteIds, @Nullable String after) {
        SqlFragment always = membership(segmentIds);
        if (!websiteIds.isEmpty()) {
            always = always.then("and c.website_id = any (?)", (Object)
                    websiteIds.stream().mapToLong(Integer::longValue).toArray());
        }
        return after == null
                ? search.page(SOURCE, always, criteria, MemberRepository::read)
                : search.after(SOURCE, always, criteria, MemberRepository::read, false, after);
    }

    private static Member read(ResultSet row) throws SQLException {
        return new Member(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getInt(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getObject(10, OffsetDateTime.class).toInstant(),
                row.getInt(11),
                row.getObject(12, OffsetDateTime.class).toInstant());
    }
}
