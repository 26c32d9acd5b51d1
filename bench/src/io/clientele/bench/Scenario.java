package io.clientele.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A kind of request that is measured.
 *
 * @param name how it is called in the report
 * @param target the least efficiency it must reach, or 0 where none is set
 * @param expected what every right answer contains
 * @param calls the requests to choose from, each with the value its statements are about
 */
record Scenario(String name, double target, String expected, List<Call> calls) {

    private static final String FIELDS = "id email firstname lastname addresses { id firstname lastname street city"
            + " postcode country_code region { region region_code region_id } telephone default_shipping"
            + " default_billing }";

    /**
     * One request.
     *
     * @param about the customer's id as a number, or the text that is searched for
     */
    record Call(byte[] request, Object about) {}

    static Scenario self(List<Subjects.Subject> customers) {
        return new Scenario(
                "GET /V1/customers/me", 0.5, "\"addresses\":[{", calls(customers, "/rest/V1/customers/me", ""));
    }

    static Scenario graphql(List<Subjects.Subject> customers) {
        return new Scenario(
                "GraphQL customer { … addresses }",
                0.35,
                "\"addresses\":[{",
                calls(customers, "/graphql", "{\"query\":\"{ customer { " + FIELDS + " } }\"}"));
    }

    private static List<Call> calls(List<Subjects.Subject> customers, String path, String body) {
        return customers.stream()
                .map(customer -> new Call(HttpConnection.request(path, body, bearer(customer)), customer.id()))
                .toList();
    }

    /** @param sort the field to sort by, descending after a minus; empty for none */
    static Scenario search(
            String name,
            Subjects.Subject administrator,
            List<String> terms,
            String field,
            String condition,
            String sort,
            boolean counted) {
        String path = "/rest/V1/customers/search"
                + "?searchCriteria%5BfilterGroups%5D%5B0%5D%5Bfilters%5D%5B0%5D%5Bfield%5D=" + field
                + "&searchCriteria%5BfilterGroups%5D%5B0%5D%5Bfilters%5D%5B0%5D%5BconditionType%5D=" + condition
                + sort(sort)
                + "&searchCriteria%5BpageSize%5D=20&searchCriteria%5BcurrentPage%5D=1"
                + "&searchCriteria%5BfilterGroups%5D%5B0%5D%5Bfilters%5D%5B0%5D%5Bvalue%5D=";
        String prefer = "Prefer: count=" + (counted ? "exact" : "none");
        return new Scenario(
                name + (counted ? "" : ", count=none"),
                counted ? 0 : 0.4,
                counted ? "\"total_count\":" : "\"items\":[{",
                terms.stream()
                        .map(term -> new Call(
                                HttpConnection.request(
                                        path + URLEncoder.encode(term, StandardCharsets.UTF_8),
                                        "",
                                        bearer(administrator),
                                        prefer),
                                term))
                        .toList());
    }

    private static String sort(String sort) {
        if (sort.isEmpty()) {
            return "";
        }
        boolean descending = sort.startsWith("-");
        return "&searchCriteria%5BsortOrders%5D%5B0%5D%5Bfield%5D=" + (descending ? sort.substring(1) : sort)
                + "&searchCriteria%5BsortOrders%5D%5B0%5D%5Bdirection%5D=" + (descending ? "DESC" : "ASC");
    }

    private static String bearer(Subjects.Subject subject) {
        return "Authorization: Bearer " + subject.token();
    }
}
