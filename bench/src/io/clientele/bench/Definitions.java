package io.clientele.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Defines custom attributes of customers over HTTP, as an administrator would: the first five are flagged for columns,
 * filters and keywords, the others for nothing.
 */
final class Definitions {

    private static final long PATIENCE_NS = 60_000_000_000L;
    private static final List<String> PLAIN = List.of("text", "date", "select", "boolean", "textarea");
    private static final String FLAGS =
            ",\"is_used_in_grid\":true,\"is_filterable_in_grid\":true,\"is_searchable_in_grid\":true";

    private final Service service;
    private final Database database;
    private final Subjects.Subject administrator;

    Definitions(Service service, Database database, Subjects.Subject administrator) {
        this.service = service;
        this.database = database;
        this.administrator = administrator;
    }

    /** Defines what is missing and waits until the service has made the indexes and the empty keyword texts. */
    void define(int attributes) throws SQLException, IOException {
        List<String> all = bodies().subList(0, attributes);
        try (HttpConnection connection = new HttpConnection(service.port())) {
            for (String body : all) {
                int status = connection.send(HttpConnection.request(
                        "/rest/V1/customerAttributes",
                        "{\"attribute\":{" + body + "}}",
                        "Authorization: Bearer " + administrator.token()));
                if (status != 200) {
                    throw new IOException("an attribute was answered with " + status + ": " + connection.body());
                }
            }
        }
        // One of a text may have two, so it is attributes that are counted.
        await("select count(distinct split_part(c.relname, '_', 3)) = " + Math.min(attributes, 5)
                + " from pg_index i join pg_class c on c.oid = i.indexrelid"
                + " where c.relname like 'customer\\_attributes\\_%' and i.indisvalid");
        await("select exists (select from customer_keyword_state where done_through is null and searched"
                + (attributes == 0 ? " = ''" : attributes == 1 ? " <> ''" : " like '%,%'") + ")");
    }

    private void await(String query) throws SQLException, IOException {
        for (long end = System.nanoTime() + PATIENCE_NS; !database.ask(query).equals("t"); ) {
            if (System.nanoTime() > end) {
                throw new IOException("the service does not get ready: " + query);
            }
            Thread.onSpinWait();
        }
    }

    private static List<String> bodies() {
        List<String> all = new ArrayList<>();
        all.add(body("nickname", "text") + FLAGS + ",\"grid_filter_condition_type\":\"partial\"");
        all.add(body("member_no", "text") + FLAGS + ",\"grid_filter_condition_type\":\"prefix\"");
        all.add(body("since", "date") + FLAGS);
        all.add(body("tier", "select") + FLAGS + options(6));
        all.add(body("interests", "multiselect") + FLAGS + options(12));
        while (all.size() < Options.MOST_ATTRIBUTES) {
            String input = PLAIN.get(all.size() % PLAIN.size());
            all.add(body(input + all.size(), input) + (input.equals("select") ? options(4) : ""));
        }
        return all;
    }

    private static String body(String code, String input) {
        return String.format(
                Locale.ROOT,
                "\"attribute_code\":\"bench_%s\",\"frontend_input\":\"%s\",\"default_frontend_label\":\"Bench %s\"",
                code,
                input,
                code);
    }

    private static String options(int count) {
        StringBuilder text = new StringBuilder(",\"options\":[");
        for (int i = 1; i <= count; i++) {
            text.append(i > 1 ? "," : "")
                    .append("{\"label\":\"Option ")
                    .append(i)
                    .append("\",\"sort_order\":")
                    .append(i)
                    .append("}");
        }
        return text.append("]").toString();
    }
}
