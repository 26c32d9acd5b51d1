package io.clientele.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Makes segments and has them recomputed and previewed, over HTTP. */
final class SegmentApi implements AutoCloseable {

    /** In place of a number of customers. */
    static final long REFUSED = -1;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long PATIENCE_NS = 3_600_000_000_000L;

    private final Database database;
    private final HttpConnection http;
    private final String bearer;
    private final List<Integer> websites;

    SegmentApi(Database database, Service service, String token) throws IOException, SQLException {
        this.database = database;
        this.http = new HttpConnection(service.port());
        this.bearer = "Authorization: Bearer " + token;
        this.websites = List.of(
                Integer.valueOf(database.ask("select id from website where code = 'base'")),
                Integer.valueOf(database.ask("select id from website where code = 'outlet'")));
    }

    /** The id of the case's segment, which is made where there is none. */
    long segment(SegmentCase each) throws IOException, SQLException {
        String known = database.ask(
                "select max(id) from segment where name = '" + each.name().replace("'", "''") + "'");
        return known == null
                ? send("/rest/V1/customerSegments", draft(each)).get("id").asLong()
                : Long.parseLong(known);
    }

    /** Waits until no recomputation is asked for or runs. */
    void settle() throws IOException, SQLException {
        await("select not exists (select from job where status in ('waiting', 'running'))"
                + " and not exists (select from segment_dirty) and not exists (select from segment_pending)");
    }

    /** Waits until everybody whose facts have changed has been judged. */
    void follow() throws IOException, SQLException {
        await("select not exists (select from segment_dirty) and not exists (select from segment_pending)");
    }

    /** Takes the segment out of what is kept up to date, or back into it. */
    void setActive(long id, boolean active) throws IOException {
        int status = http.send(HttpConnection.put(
                "/rest/V1/customerSegments/" + id, "{\"segment\":{\"is_active\":" + active + "}}", bearer));
        if (status != 200) {
            throw new IOException("a segment was answered with " + status + ": " + http.body());
        }
    }

    /** Has the segment recomputed and waits until that is done. */
    void refresh(long id) throws IOException, SQLException {
        long job = send("/rest/V1/customerSegments/" + id + "/refresh", "{}")
                .get("job_id")
                .asLong();
        await("select status = 'done' from job where id = " + job);
    }

    /** The same for several, all of which are asked for before the first answer is waited for. */
    void refreshAll(List<Long> ids) throws IOException, SQLException {
        for (long id : ids) {
            send("/rest/V1/customerSegments/" + id + "/refresh", "{}");
        }
        await("select not exists (select from job where status in ('waiting', 'running'))");
    }

    /** How many customers the preview counts; {@link #REFUSED} where that takes longer than a preview may. */
    long preview(SegmentCase each) throws IOException {
        String path = "/rest/V1/customerSegments/preview";
        String draft = draft(each);
        int status = http.send(HttpConnection.request(path, draft, bearer));
        return status == 422 && http.body().contains("could not be judged within")
                ? REFUSED
                : answer(status, path, draft).get("count").asLong();
    }

    private String draft(SegmentCase each) throws IOException {
        return JSON.writeValueAsString(Map.of(
                "segment",
                Map.of(
                        "name", each.name(),
                        "is_active", true,
                        "apply_to", each.applyTo(),
                        "website_ids", websites,
                        "conditions", each.rule())));
    }

    /** Lets shoppers be told their segments. */
    void share() throws IOException {
        int status = http.send(HttpConnection.put(
                "/rest/V1/settings/customer/magento_customersegment/share_active_segments",
                "{\"value\":\"1\",\"scope\":\"default\",\"scope_id\":0}",
                bearer));
        if (status != 200) {
            throw new IOException("the setting was answered with " + status + ": " + http.body());
        }
    }

    JsonNode send(String path, String body) throws IOException {
        return answer(http.send(HttpConnection.request(path, body, bearer)), path, body);
    }

    private JsonNode answer(int status, String path, String body) throws IOException {
        if (status != 200) {
            throw new IOException(path + " was answered with " + status + ": " + http.body() + " for " + body);
        }
        return JSON.readTree(http.body());
    }

    private void await(String query) throws IOException, SQLException {
        for (long end = System.nanoTime() + PATIENCE_NS; !database.ask(query).equals("t"); ) {
            if (System.nanoTime() > end) {
                throw new IOException("the service does not get there: " + query);
            }
            java.util.concurrent.locks.LockSupport.parkNanos(2_000_000);
        }
    }

    @Override
    public void close() throws IOException {
        http.close();
    }
}
