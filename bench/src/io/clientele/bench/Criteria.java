package io.clientele.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** A search over REST, put together filter by filter. */
final class Criteria {

    private static final int PAGE = 20;

    private final StringBuilder query = new StringBuilder("searchCriteria%5BpageSize%5D=");
    private int filters;
    private boolean counted;

    private Criteria(int pageSize) {
        query.append(pageSize);
    }

    static Criteria page() {
        return new Criteria(PAGE);
    }

    static Criteria pageOf(int items) {
        return new Criteria(items);
    }

    Criteria and(String field, String condition, String value) {
        String filter = "&searchCriteria%5BfilterGroups%5D%5B" + filters++ + "%5D%5Bfilters%5D%5B0%5D%5B";
        query.append(filter).append("field%5D=").append(field);
        query.append(filter).append("conditionType%5D=").append(condition);
        query.append(filter).append("value%5D=").append(encode(value));
        return this;
    }

    Criteria search(String words) {
        query.append("&search=").append(encode(words));
        return this;
    }

    /** @param sort the field, descending after a minus; empty for none */
    Criteria by(String sort) {
        if (!sort.isEmpty()) {
            boolean descending = sort.startsWith("-");
            query.append("&searchCriteria%5BsortOrders%5D%5B0%5D%5Bfield%5D=")
                    .append(descending ? sort.substring(1) : sort)
                    .append("&searchCriteria%5BsortOrders%5D%5B0%5D%5Bdirection%5D=")
                    .append(descending ? "DESC" : "ASC");
        }
        return this;
    }

    /** @param place where the page before ended; empty for the first page */
    Criteria after(String place) {
        query.append("&after=").append(place);
        return this;
    }

    Criteria counted(boolean wanted) {
        counted = wanted;
        return this;
    }

    byte[] request(Subjects.Subject administrator) {
        return HttpConnection.request(
                "/rest/V1/customers/search?" + query,
                "",
                "Authorization: Bearer " + administrator.token(),
                "Prefer: count=" + (counted ? "exact" : "none"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
