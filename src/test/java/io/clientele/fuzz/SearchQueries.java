package io.clientele.fuzz;

import static io.clientele.fuzz.RestRequests.encoded;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Search criteria as clients write them, and as they should not. */
final class SearchQueries {

    private static final List<String> FIELDS = List.of(
            "id",
            "entity_id",
            "email",
            "firstname",
            "name",
            "created_at",
            "dob",
            "gender",
            "group_id",
            "website_id",
            "billing_city",
            "code",
            "tax_class_id",
            "class_name",
            "class_type",
            "username",
            "is_active",
            "role_id",
            "nonsense",
            "c.id",
            "id; drop table customer",
            "",
            "1");

    private static final List<String> CONDITIONS = List.of(
            "eq",
            "neq",
            "like",
            "nlike",
            "in",
            "nin",
            "is",
            "notnull",
            "null",
            "gt",
            "lt",
            "gteq",
            "lteq",
            "moreq",
            "finset",
            "nfinset",
            "regexp",
            "from",
            "to",
            "seq",
            "sneq",
            "ntoa",
            "fulltext",
            "nonsense",
            "",
            "or 1=1");

    private static final List<String> NUMBERS =
            List.of("1", "20", "0", "-1", "", "x", "1e400", "2147483647", "2147483648", "9223372036854775808", "300");

    private static final List<String> BROKEN = List.of(
            "searchCriteria%5B",
            "searchCriteria%5D",
            "searchCriteria%5B%5D=1",
            "searchCriteria%5Bfilter_groups%5D=1",
            "searchCriteria%5Bfilter_groups%5D%5B0%5D=1",
            "searchCriteria%5Bfilter_groups%5D%5B0%5D%5Bfilters%5D=1",
            "searchCriteria%5Bfilter_groups%5D%5B0%5D%5Bfilters%5D%5B0%5D=1",
            "searchCriteria%5Bfilter_groups%5D%5B99999999999%5D%5Bfilters%5D%5B-1%5D%5Bfield%5D=id",
            "searchCriteria%5Bsort_orders%5D%5Bemail%5D=ASC",
            "searchCriteria%5Bsort_orders%5D%5B0%5D%5Bfield%5D%5Bx%5D=ASC",
            "searchCriteria" + "%5Ba%5D".repeat(200) + "=1",
            "searchCriteria%5BpageSize%5D%5Bx%5D=1");

    private final Random random;

    SearchQueries(Random random) {
        this.random = random;
    }

    List<String> next() {
        List<String> query = new ArrayList<>();
        if (random.nextInt(6) == 0) {
            query.add(Hostile.pick(BROKEN, random));
            return query;
        }
        query.add(random.nextInt(10) == 0 ? "" : "searchCriteria=");
        int filters = random.nextInt(4);
        for (int i = 0; i < filters; i++) {
            filter(query, i);
        }
        if (random.nextInt(3) == 0) {
            query.add(name("sort_orders", 0, "field") + "=" + encoded(Hostile.pick(FIELDS, random)));
            query.add(name("sortOrders", 0, "direction") + "="
                    + encoded(Hostile.pick(List.of("ASC", "desc", "", "up", "asc; drop"), random)));
        }
        if (random.nextInt(3) > 0) {
            query.add("searchCriteria%5BpageSize%5D=" + Hostile.pick(NUMBERS, random));
        }
        if (random.nextInt(3) == 0) {
            query.add("searchCriteria%5Bcurrent_page%5D=" + Hostile.pick(NUMBERS, random));
        }
        return query;
    }

    private void filter(List<String> query, int number) {
        String filter =
                "searchCriteria%5Bfilter_groups%5D%5B" + random.nextInt(2) + "%5D%5Bfilters%5D%5B" + number + "%5D";
        query.add(filter + "%5Bfield%5D=" + encoded(Hostile.pick(FIELDS, random)));
        String value = random.nextBoolean() ? Hostile.text(random) : "%fuzz%,1,2020-01-01";
        query.add(filter + "%5Bvalue%5D" + (random.nextInt(8) == 0 ? "%5B%5D" : "") + "=" + encoded(cut(value)));
        if (random.nextInt(5) > 0) {
            query.add(filter + "%5Bcondition_type%5D=" + encoded(Hostile.pick(CONDITIONS, random)));
        }
    }

    /** Three long values together would be too much for a request line, which another test sends. */
    private static String cut(String text) {
        return text.length() > 1_000 ? text.substring(0, 1_000) : text;
    }

    private static String name(String list, int index, String property) {
        return "searchCriteria%5B" + list + "%5D%5B" + index + "%5D%5B" + property + "%5D";
    }
}
