package io.clientele.segment;

import static io.clientele.shared.search.SearchField.folded;
import static io.clientele.shared.search.SearchField.of;
import static io.clientele.shared.search.SearchField.text;

import io.clientele.shared.Fold;
import io.clientele.shared.search.Search;
import io.clientele.shared.search.SearchCriteria;
import io.clientele.shared.search.SearchField.Type;
import io.clientele.shared.search.SearchFields;
import io.clientele.shared.search.SearchResults;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The statements about segments themselves. */
@ApplicationScoped
class SegmentRepository {

    private static final String APPLY_TO_NUMBER =
            "case s.apply_to when 'both' then 0 when 'registered' then 1 else 2 end";
    private static final String CUSTOMERS =
            "coalesce((select sum(n.entered - n.gone) from segment_count n where n.segment_id = s.id), 0)";
    private static final String COLUMNS = """
            s.id, s.name, s.description, s.is_active, s.apply_to, s.mode, s.rule::text, s.rule_text, s.version,
            s.created_at, s.updated_at, s.recomputed_at, s.member_version,
            array(select w.website_id from segment_website w where w.segment_id = s.id order by w.website_id),
            array(select p.customer_id from segment_pin p where p.segment_id = s.id and p.is_in order by p.customer_id),
            array(select p.customer_id from segment_pin p where p.segment_id = s.id and not p.is_in
                order by p.customer_id),
            """ + CUSTOMERS;
    private static final Search.Source SOURCE = new Search.Source(
            COLUMNS,
            "segment s",
            new SearchFields(List.of(
                    of("id", Type.INTEGER, "s.id").always(),
                    folded("name", "s.name_key").always(),
                    text("description", "s.description").always(),
                    of("is_active", Type.BOOLEAN, "s.is_active").always(),
                    of("apply_to", Type.INTEGER, APPLY_TO_NUMBER).always(),
                    text("mode", "s.mode").always(),
                    of("website_id", Type.INTEGER, "w.website_id")
                            .of("website_id", "segment_website w where w.segment_id = s.id"),
                    of("number_of_customers", Type.INTEGER, CUSTOMERS).always(),
                    of("created_at", Type.MOMENT, "s.created_at").always(),
                    of("updated_at", Type.MOMENT, "s.updated_at").always(),
                    of("recomputed_at", Type.MOMENT, "s.recomputed_at"))),
            "s.id");

    private static final String ADD = """
            insert into segment (name, name_key, description, is_active, apply_to, mode, rule, rule_text, reads, version,
                member_version, created_at, updated_at)
            values (?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, 1, 0, ?, ?) returning id""";
    private static final String CHANGE = """
            update segment set name = ?, name_key = ?, description = ?, is_active = ?, mode = ?, rule = ?::jsonb,
                rule_text = ?, reads = ?, version = version + ?, updated_at = ?
            where id = ?""";
    private static final String ADD_VERSION = """
            insert into segment_version (segment_id, version, rule, rule_text, saved_at)
            select id, version, rule, rule_text, updated_at from segment where id = ?""";
    private static final String SWITCH_OFF =
            "update segment set is_active = false, version = version + 1, updated_at = ? where id = ?";

    private final Database database;
    private final Search search;

    @Inject
    SegmentRepository(Database database, Search search) {
        this.database = database;
        this.search = search;
    }

    /** @param websiteIds all of the segment's websites must be among them; none for no limit */
    Optional<SegmentView> find(long id, Set<Integer> websiteIds) {
        return database.first(
                SqlFragment.of("select " + COLUMNS + " from segment s where s.id = ?", id)
                        .then(visible("and", websiteIds)),
                SegmentRows::view);
    }

    /** Nobody else changes or recomputes the segment before the transaction ends. */
    boolean lock(long id) {
        return database.first(SqlFragment.of("select 1 from segment where id = ? for no key update", id), row -> true)
                .isPresent();
    }

    SearchResults<SegmentView> page(SearchCriteria criteria, Set<Integer> websiteIds) {
        return search.page(SOURCE, visible("", websiteIds), criteria, SegmentRows::view);
    }

    private static SqlFragment visible(String word, Set<Integer> websiteIds) {
        return websiteIds.isEmpty()
                ? SqlFragment.EMPTY
                : SqlFragment.of(
                        word + " not exists (select 1 from segment_website w where w.segment_id = s.id"
                                + " and w.website_id <> all (?))",
                        (Object) websiteIds.stream()
                                .mapToLong(Integer::longValue)
                                .toArray());
    }

    long add(SegmentPlan plan, Instant now) {
        long id = database.first(
                        SqlFragment.of(
                                ADD,
                                plan.name(),
                                Fold.key(plan.name()),
                                plan.description(),
                                plan.active(),
                                plan.applyTo().word(),
                                plan.mode().code(),
                                plan.rule().toString(),
                                plan.ruleText(),
                                plan.reads(),
                                now,
                                now),
                        row -> row.getLong(1))
                .orElseThrow();
        writeParts(id, plan);
        database.run(SqlFragment.of(ADD_VERSION, id));
        return id;
    }

    /** @param decides whether it may change who is in the segment */
    void change(long id, SegmentPlan plan, boolean decides, boolean newRule, Instant now) {
        database.run(SqlFragment.of(
                CHANGE,
                plan.name(),
                Fold.key(plan.name()),
                plan.description(),
                plan.active(),
                plan.mode().code(),
                plan.rule().toString(),
                plan.ruleText(),
                plan.reads(),
                decides ? 1 : 0,
                now,
                id));
        database.run(SqlFragment.of("delete from segment_website where segment_id = ?", id));
        database.run(SqlFragment.of("delete from segment_pin where segment_id = ?", id));
        database.run(SqlFragment.of("delete from segment_reference where segment_id = ?", id));
        writeParts(id, plan);
        if (newRule) {
            database.run(SqlFragment.of(ADD_VERSION, id));
        }
    }

    private void writeParts(long id, SegmentPlan plan) {
        long[] websites =
                plan.websiteIds().stream().mapToLong(Integer::longValue).toArray();
        database.run(SqlFragment.of(
                "insert into segment_website (segment_id, website_id) select ?, unnest(?::int[])", id, websites));
        pin(id, plan.pinnedIn(), true);
        pin(id, plan.pinnedOut(), false);
        if (!plan.names().isEmpty()) {
            database.run(SqlFragment.of(
                    "insert into segment_reference (segment_id, named_id) select ?, unnest(?)", id, ids(plan.names())));
        }
    }

    private void pin(long id, Set<Long> customers, boolean in) {
        if (!customers.isEmpty()) {
            database.run(SqlFragment.of(
                    "insert into segment_pin (customer_id, segment_id, is_in) select unnest(?), ?, ?",
                    ids(customers),
                    id,
                    in));
        }
    }

    void switchOff(long id, Instant now) {
        database.run(SqlFragment.of(SWITCH_OFF, now, id));
    }

    void delete(long id) {
        database.run(SqlFragment.of("delete from segment where id = ?", id));
    }

    List<SegmentVersion> versions(long id) {
        return database.list(
                SqlFragment.of(
                        "select version, rule::text, rule_text, saved_at from segment_version where segment_id = ?"
                                + " order by version desc",
                        id),
                SegmentRows::version);
    }

    private static long[] ids(Set<Long> set) {
        return set.stream().mapToLong(Long::longValue).toArray();
    }
}
