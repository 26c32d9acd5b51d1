package io.clientele.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The service is killed at random moments of an import, and started again. In the end the tables hold what a run that nobody
 * disturbed makes of the same file.
 */
class KilledImportIT {

    /** {@code -Dclientele.kills=10} for the long run. */
    private static final int KILLS = Integer.getInteger("clientele.kills", 2);

    /** Several parts between two kills. */
    private static final int CUSTOMERS = Integer.getInteger("clientele.import.customers", 1_000 * KILLS);

    private static final Random RANDOM = new Random(Long.getLong("clientele.import.seed", 8));

    private static final String THERE = "select count(*) from customer where email like '%@killed.example'";
    private static final String ENDED = "select finished_at is not null from transfer_import where id = ";

    private static final ObjectMapper JSON = new ObjectMapper();

    private static Instances instances;
    private static ServerQueries database;
    private static PackagedService service;

    @BeforeAll
    static void start() throws Exception {
        instances = Instances.start(1, Map.of());
        database = instances.queries();
        service = instances.get(0);
    }

    @AfterAll
    static void stop() throws Exception {
        instances.close();
    }

    @Test
    void an_import_killed_at_random_moments_ends_like_one_that_nobody_disturbed() throws Exception {
        String token = Calls.asRoot(service).token();
        long clean = begin(token, "clean");
        database.await(ENDED + clean);
        long killed = begin(token, "killed");
        for (int kill = 0; kill < KILLS; kill++) {
            long next = database.number(THERE) + 1 + RANDOM.nextInt(CUSTOMERS / KILLS / 2);
            database.await("select (" + THERE + ") >= " + next);
            service.kill();
            assertThat(database.number(THERE)).as("it was killed in the middle").isLessThan(CUSTOMERS);
            service.start();
        }
        database.await(ENDED + killed);
        assertThat(state("killed")).isEqualTo(state("clean")).startsWith(CUSTOMERS + " ");
        for (String column : new String[] {"row_count", "created", "updated", "done", "failed"}) {
            assertThat(database.number("select " + column + " from transfer_import where id = " + killed))
                    .as(column)
                    .isEqualTo(database.number("select " + column + " from transfer_import where id = " + clean));
        }
        assertThat(errors(token, killed)).isEqualTo(errors(token, clean));
        assertThat(database.number("select count(*) from event where type = 'customer.created'"))
                .isEqualTo(2L * CUSTOMERS);
    }

    private static String file(String site) {
        String header =
                "email,_website,firstname,lastname,gender,dob,password_hash,_address_firstname,_address_lastname,"
                        + "_address_street,_address_city,_address_postcode,_address_country_id,_address_region,_address_telephone,"
                        + "_address_default_billing_\n";
        return IntStream.range(0, CUSTOMERS)
                .mapToObj(i -> """
                        %1$d@%2$s.example,base,F%1$d,L%1$d,Female,1990-01-01,67a1e09bb1f83f5007dc119c14d663aa:salt:0,A,B,"%1$d St
                        Flat 1",Austin,78701,US,Texas,1,1
                        ,,,,,,,A,B,%1$d Second St,Austin,78701,US,Texas,1,
                        ,,,,,,,A,B,,Austin,78701,US,Texas,1,
                        """.formatted(i, site))
                .collect(Collectors.joining("", header, ""));
    }

    private static long begin(String token, String site) throws Exception {
        HttpRequest request = service.request("/rest/V1/imports?entity=customer_composite&validationStrategy=skip")
                .header("Content-Type", "text/csv")
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.ofString(file(site)))
                .build();
        HttpResponse<String> answer = service.client().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode begun = JSON.readTree(answer.body());
        assertThat(begun.get("rows").asLong()).isEqualTo(3L * CUSTOMERS);
        return begun.get("id").asLong();
    }

    private static String errors(String token, long id) throws Exception {
        HttpRequest request = service.request("/rest/V1/imports/" + id + "/errors/file")
                .header("Authorization", "Bearer " + token)
                .build();
        return service.client()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }

    /** Everything of the customers and addresses of a run but ids and moments. */
    private static String state(String site) throws Exception {
        return database.text("""
            select count(*) || ' ' || coalesce(md5(string_agg(line, '|' order by line collate "C")), '') from (
                select replace(c.email, '%1$s', '') || concat_ws(',', c.firstname, c.lastname, c.gender, c.dob,
                    (select string_agg(concat_ws(';', a.firstname, a.street::text, a.city, a.region_id, a.is_default_billing), '/'
                        order by a.id) from customer_address a where a.customer_id = c.id),
                    (select count(*) from credential r where r.subject_type = 3 and r.subject_id = c.id)) as line
                from customer c where c.email like '%%@%1$s.example') one""".formatted(site));
    }
}
