package io.clientele.segment;

import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The statement of a preview. */
@ApplicationScoped
class SegmentPreviewRepository {

    /** One row for each customer of the sample, or one without a customer. */
    private static final String COUNT = """
            would as (
                select f.customer_id from fitting f where f.customer_id <> all (?)
                union
                select id from customer where id = any (?)),
            members as (select m.customer_id from segment_member m where m.segment_id = ?),
            numbers as (
                select (select count(*) from would) as would_be,
                    (select count(*) from members m where exists (
                        select 1 from would w where w.customer_id = m.customer_id)) as staying,
                    (select count(*) from members) as now_in),
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
                SqlFragment.of("with fitting as (")
                        .then(matching)
                        .then("),")
                        .then(COUNT, array(out), array(in), segmentId, sample),
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

    private static long[] array(Set<Long> ids) {
        return ids.stream().mapToLong(Long::longValue).toArray();
    }
}
