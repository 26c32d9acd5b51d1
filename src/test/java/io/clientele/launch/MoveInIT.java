package io.clientele.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A shop moves in by the command, which is killed in the middle and given again. In the end the tables and the report are those
 * of a shop that nobody disturbed.
 */
class MoveInIT {

    private static final int CUSTOMERS = Integer.getInteger("clientele.movein.customers", 1_000);

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static Instances instances;
    private static ServerQueries database;

    @BeforeAll
    static void start() throws Exception {
        instances = Instances.start(0, Map.of());
        database = instances.queries();
    }

    @AfterAll
    static void stop() throws Exception {
        instances.close();
    }

    @Test
    void a_move_that_is_killed_in_the_middle_and_given_again_ends_as_one_that_was_not() throws Exception {
        String clean = said(0, write("clean"));
        assertThat(clean)
                .contains("customers.csv: %,d rows of customer".formatted(CUSTOMERS))
                .contains("This is move-in 1.")
                .contains("All that the files name is here.")
                .contains("GET /rest/V1/moveIns/1");
        Path shop = write("killed");
        killed(shop, "select count(*) from customer where email like '%@killed.example'");
        killed(shop, "select count(*) from sales_order where email like '%@killed.example'");
        assertThat(said(0, shop)).contains("Going on with move-in 2.").contains("All that the files name is here.");
        assertThat(state("killed")).isEqualTo(state("clean")).startsWith(CUSTOMERS + " ");
        assertThat(report(2)).isEqualTo(report(1));
        assertThat(database.text("select count(*) from event where type = 'customer.created'"))
                .isEqualTo(Integer.toString(2 * CUSTOMERS));
        assertThat(said(0, shop)).contains("This is move-in 3.").contains("All that the files name is here.");
        assertThat(
                        database.text(
                                "select string_agg(concat_ws(' ', i.created, i.updated - i.unchanged), ',' order by s.number)"
                                        + " from move_in_step s join transfer_import i on i.id = s.import_id where s.move_in_id = 3"))
                .isEqualTo("0 0,0 0,0 0,0 0");
    }

    private static Path write(String site) throws Exception {
        Path shop = Files.createDirectory(instances.folder().resolve(site));
        Files.writeString(shop.resolve("groups.csv"), "customer_group_id,customer_group_code\n9,Club " + site + "\n");
        write(
                shop.resolve("customers.csv"),
                "entity_id,email,_website,firstname,lastname,group_id,password_hash\n",
                site,
                "%1$d0%3$d,%1$d@%2$s.example,base,F%1$d,L%1$d,9,67a1e09bb1f83f5007dc119c14d663aa:salt:0\n");
        write(
                shop.resolve("addresses.csv"),
                "_website,_email,_entity_id,firstname,lastname,street,city,region,postcode,country_id,telephone,"
                        + "_address_default_billing_\n",
                site,
                """
                base,%1$d@%2$s.example,%1$d1%3$d,A,B,"%1$d St
                Flat 1",Austin,Texas,78701,US,1,1
                base,%1$d@%2$s.example,%1$d2%3$d,A,B,%1$d St,Austin,Texas,78701,US,1,
                """);
        write(
                shop.resolve("orders.csv"),
                "increment_id,_website,status,created_at,updated_at,order_currency_code,subtotal,grand_total,customer_id,"
                        + "customer_email,sku,qty_ordered,price,row_total\n",
                site,
                """
                %2$s%1$d,base,complete,2020-01-02,2020-01-03,USD,3,%1$d.5,%1$d0%3$d,%1$d@%2$s.example,LAMP,1,1,1
                %2$s%1$d,base,complete,2020-01-02,2020-01-03,USD,3,%1$d.5,%1$d0%3$d,%1$d@%2$s.example,BULB,1,2,2
                """);
        return shop;
    }

    private static void write(Path file, String header, String site, String row) throws Exception {
        int number = site.length();
        Files.writeString(
                file,
                IntStream.range(0, CUSTOMERS)
                        .mapToObj(i -> row.formatted(i, site, number))
                        .collect(Collectors.joining("", header, "")));
    }

    private static PackagedService command(Path shop) throws Exception {
        return PackagedService.on(instances.server())
                .commanded(
                        "move-in",
                        shop.toString(),
                        "--errors",
                        instances.folder().resolve("errors.csv").toString());
    }

    private static String said(int code, Path shop) throws Exception {
        try (PackagedService process = command(shop).launch()) {
            assertThat(process.awaitExit(PATIENCE)).as("%s", process.output()).isEqualTo(code);
            return process.output();
        }
    }

    private static void killed(Path shop, String count) throws Exception {
        try (PackagedService process = command(shop).launch()) {
            database.await("select (" + count + ") >= " + CUSTOMERS / 10);
            process.kill();
            assertThat(database.number(count)).as("it was killed in the middle").isLessThan(CUSTOMERS);
        }
    }

    /** What the steps of a move have come to. */
    private static String report(int move) throws Exception {
        return database.text("""
            select string_agg(concat_ws(' ', i.kind, i.status, i.row_count, i.created, i.updated, i.unchanged, i.failed, i.done,
                replace(i.counted::text, case when s.move_in_id = 1 then 'clean' else 'killed' end, '')), '|' order by s.number)
            from move_in_step s join transfer_import i on i.id = s.import_id where s.move_in_id = %d""".formatted(move));
    }

    /** Everything of the customers, addresses and orders of a shop but ids and moments. */
    private static String state(String site) throws Exception {
        return database.text("""
            select count(*) || ' ' || coalesce(md5(string_agg(line, '|' order by line collate "C")), '') from (
                select replace(c.email, '%1$s', '') || concat_ws(',', c.firstname, c.lastname,
                    (select replace(g.code, '%1$s', '') from customer_group g where g.id = c.group_id),
                    left(c.external_id, -1),
                    (select string_agg(concat_ws(';', a.firstname, a.street::text, a.region_id, a.is_default_billing,
                        left(a.external_id, -1)), '/' order by a.id) from customer_address a where a.customer_id = c.id),
                    (select string_agg(concat_ws(';', replace(o.external_id, '%1$s', ''), o.status, o.placed_at, o.grand_total,
                        o.total_qty), '/' order by o.id) from sales_order o where o.customer_id = c.id),
                    (select count(*) from credential r where r.subject_type = 3 and r.subject_id = c.id)) as line
                from customer c where c.email like '%%@%1$s.example') one""".formatted(site));
    }
}
