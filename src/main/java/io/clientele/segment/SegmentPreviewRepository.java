package io.clientele.segment;

import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The statement of a preview. */
@ApplicationScoped
class SegmentPreviewRepository {

    /** Customers who are in whatever the rule says, and who are not asked about by it. */
    private static final String PINNED = """
            ) f where f.customer_id <> all (?)
            union all select c.id from customer c where c.id = any (?)""";

    private static final String COUNTED = """
            numbers as (select count(*) as would_be, 0 as staying, 0 as now_in from would),""";

    private static final String COMPARED = """
            numbers as (
                select count(w.customer_id) as would_be, count(m.customer_id) as now_in,
                    count(*) filter (where w.customer_id is not null and m.customer_id is not null) as staying
                from would w
                full join (select g.customer_id from segment_member g where g.segment_id = ?) m
                    on m.customer_id = w.customer_id),""";

    /** One row for each customer of the sample, or one without a customer. */
    private static final String SAMPLED = """
            sampled as (
                select c.id, customer_name(c.prefix, c.firstname, c.middlename, c.lastname, c.suffix) as name, c.email
                from (select customer_id from would order by customer_id limit ?) w
                join customer c on c.id = w.customer_id)
            select n.would_be, n.would_be - n.staying, n.now_in - n.staying, s.id, s.name, s.email
            from numbers n left join sampled s on true order by s.id""";

    private final Database database;

    @Inject
    SegmentPreviewRepository(Database database) {
        this.database = database;
    }

    /**
     * @param matching selects customer_id of everybody who fits
     * @param segmentId the segment to compare with; 0 for none
     */
    SegmentPreview preview(SqlFragment matching, Set<Long> in, Set<Long> out, long segmentId, int sample) {
        List<SegmentPreview.SampledCustomer> people = new ArrayList<>();
        long[] numbers = new long[3];
        database.listPlanned(
                SqlFragment.of("with would as materialized (")
                        .then(would(matching, in, out))
                        .then("),")
                        .then(segmentId == 0 ? SqlFragment.of(COUNTED) : SqlFragment.of(COMPARED, segmentId))
                        .then(SAMPLED, sample),
                row -> {
                    for (int i = 0; i < numbers.length; i++) {
                        numbers[i] = row.getLong(i + 1);
                    }
                    String email = row.getString(6);
                    return email != null
                            && people.add(new SegmentPreview.SampledCustomer(row.getLong(4), row.getString(5), email));
                });
        return new SegmentPreview(numbers[0], people, numbers[1], numbers[2]);
    }

    private static SqlFragment would(SqlFragment matching, Set<Long> in, Set<Long> out) {
        if (in.isEmpty() && out.isEmpty()) {
            return matching;
        }
        Set<Long> pinned = new TreeSet<>(in);
        pinned.addAll(out);
        return SqlFragment.of("select f.customer_id from (").then(matching).then(PINNED, array(pinned), array(in));
    }

    private static long[] array(Set<Long> ids) {
        return ids.stream().mapToLong(Long::longValue).toArray();
    }
}
