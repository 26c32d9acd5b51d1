package io.clientele.transfer;

import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.transfer.TransferFixture.exported;
import static io.clientele.transfer.TransferFixture.take;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.clientele.customer.CustomerFixture;
import io.clientele.segment.SegmentFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Files of customers: what was written can be taken over again and is the same then. */
@QuarkusTest
class ExportApiTest {

    @Test
    void what_was_exported_deleted_and_imported_is_exported_the_same_again() {
        String mark = CustomerFixture.email().replaceAll("@.*", "");
        for (int i = 0; i < 3; i++) {
            Map<String, Object> customer =
                    new HashMap<>(i == 0 ? CustomerFixture.customer() : CustomerFixture.customerWithAddresses(i));
            customer.put("email", mark + "-" + i + "@example.com");
            customer.put("taxvat", List.of("=1+1", "@x", "'-5").get(i));
            customer.put("middlename", "");
            customer.put("gender", i);
            customer.put("dob", "1990-01-0" + (i + 1));
            customer.put("group_id", i == 2 ? 2 : 1);
            CustomerFixture.createByAdmin(customer);
        }
        String like = mark + "-%";
        String customers = exported("customer", "email", like);
        String composite = exported("customer_composite", "email", like);
        List<Map<String, String>> addresses = rows(exported("customer_address", "email", like));
        assertThat(rows(customers)).hasSize(3);
        assertThat(rows(composite)).hasSize(4);
        assertThat(addresses).hasSize(3);
        assertThat(customers).contains(",'=1+1,").contains(",'@x,").contains(",''-5,");
        assertThat(composite).contains(",'+1 512 555 0100,");

        take(customers, "behavior=delete").body("deleted", equalTo(3));
        assertThat(rows(exported("customer", "email", like))).isEmpty();
        take(composite, "entity=customer_composite").body("created", equalTo(3)).body("failed", equalTo(0));

        assertThat(exported("customer", "email", like)).isEqualTo(customers);
        assertThat(exported("customer_composite", "email", like)).isEqualTo(composite);
        assertThat(rows(exported("customer_address", "email", like)))
                .map(row -> without(row, "_entity_id"))
                .isEqualTo(addresses.stream()
                        .map(row -> without(row, "_entity_id"))
                        .toList());
    }

    @Test
    void the_columns_are_the_contracts_and_nobody_is_given_passwords_or_tokens() {
        String email = CustomerFixture.email();
        Map<String, Object> customer = CustomerFixture.customer();
        customer.put("email", email);
        CustomerFixture.create(customer);
        String file = exported("customer", "email", email);
        assertThat(file)
                .startsWith("email,_website,_store,confirmation,created_at,created_in,disable_auto_group_change,dob,"
                        + "firstname,gender,group_id,lastname,middlename,password_hash,prefix,rp_token,"
                        + "rp_token_created_at,store_id,suffix,taxvat,website_id,password");
        assertThat(rows(file).getFirst())
                .containsEntry("email", email)
                .containsEntry("_website", "base")
                .containsEntry("_store", "default")
                .containsEntry("password_hash", "")
                .containsEntry("rp_token", "")
                .containsEntry("password", "");
        assertThat(exported("customer_address", "email", email))
                .startsWith(
                        "_website,_email,_entity_id,city,company,country_id,fax,firstname,lastname,middlename,postcode,"
                                + "prefix,region,region_id,street,suffix,telephone,vat_id,vat_is_valid,vat_request_date,"
                                + "vat_request_id,vat_request_success,_address_default_billing_,_address_default_shipping_");
    }

    @Test
    void columns_are_left_out_and_lines_of_json_are_written_on_demand() {
        String email = CustomerFixture.email();
        Map<String, Object> customer = CustomerFixture.customer();
        customer.put("email", email);
        CustomerFixture.createByAdmin(customer);
        Map<String, Object> export = Map.of(
                "entity",
                "customer",
                "format",
                "ndjson",
                "filters",
                List.of(Map.of("field", "email", "value", email)),
                "excluded_columns",
                List.of("taxvat", "dob"));
        int id = asAdmin()
                .body(Map.of("export", export))
                .post("/rest/V1/exports")
                .then()
                .statusCode(200)
                .body("entity", equalTo("customer"))
                .body("format", equalTo("ndjson"))
                .extract()
                .path("id");
        String file = asAdmin()
                .accept(ContentType.ANY)
                .get("/rest/V1/exports/" + id + "/file")
                .then()
                .statusCode(200)
                .header("Content-Type", "application/x-ndjson;charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"customer.ndjson\"")
                .extract()
                .asString();
        assertThat(file.lines()).hasSize(1);
        assertThat(file).contains("\"email\":\"" + email + "\"").doesNotContain("\"taxvat\"", "\"dob\"");
        asAdmin()
                .get("/rest/V1/exports/" + id)
                .then()
                .body("excluded_columns[0]", equalTo("taxvat"))
                .body("filters[0].field", equalTo("email"));
    }

    @Test
    void every_cell_is_as_the_contract_has_it() {
        String name = SegmentFixture.name();
        SegmentFixture.run("""
                insert into customer (account_scope, website_id, store_id, group_id, email, email_key, firstname, lastname,
                    middlename, prefix, suffix, dob, gender, taxvat, confirmation, created_in, disable_auto_group_change,
                    attributes, created_at, updated_at)
                select 1, 1, 1, 2, n || '@example.com', lower(n) || '@example.com', 'Ann "A"', n, 'M.', 'Dr.', 'Jr.', '1950-02-03',
                    2, 'DE1', 'abc', 'Default Store View', true, '{}', '2024-02-03 04:05:06.789+00', '2024-02-03 04:05:06+00'
                from (values (?)) v (n)""", name);
        SegmentFixture.run("""
                insert into customer_address (customer_id, website_id, firstname, lastname, middlename, prefix, suffix, company,
                    street, city, postcode, country_id, region_id, region, region_code, telephone, fax, vat_id, vat_is_valid,
                    vat_request_id, vat_request_date, vat_request_success, is_default_billing, is_default_shipping, created_at,
                    updated_at)
                select c.id, 1, 'Ann', c.lastname, 'M.', 'Dr.', 'Jr.', 'A & B', array['One, 1', 'Two'], 'Austin', '78701', 'US',
                    57, 'Texas', 'TX', '+1 5', '-2', 'XX1', false, 'r-1', '2024-05-06', null, n = 1, n = 2, c.created_at,
                    c.created_at
                from customer c cross join generate_series(1, 2) n where c.lastname = ? order by n""", name);
        SegmentFixture.run("""
                update customer_address set vat_is_valid = null, region_id = 0, fax = null where lastname = ?
                    and is_default_shipping""", name);
        String own = name + "@example.com,base,default,abc,2024-02-03 04:05:06,Default Store View,1,1950-02-03,"
                + "\"Ann \"\"A\"\"\",Female,2," + name + ",M.,,Dr.,,,1,Jr.,DE1,1,";
        String address = "Austin,A & B,US,%s,Ann," + name + ",M.,78701,Dr.,Texas,\"One, 1\nTwo\",Jr.,'+1 5,XX1,%s";
        assertThat(exported("customer", "lastname", name)).contains("\r\n" + own);
        assertThat(exported("customer_composite", "lastname", name))
                .contains("\r\n" + own)
                .contains(address.formatted("'-2", "1,"))
                .contains(address.formatted("", ",1"));
        String ofBook = "base," + name + "@example.com,%s,Austin,A & B,US,%s,Ann," + name
                + ",M.,78701,Dr.,Texas,%s,\"One, 1\nTwo\",Jr.,'+1 5,XX1,%s";
        List<String> ids = SegmentFixture.texts(
                "select a.id::text from customer_address a where a.lastname = ? order by a.id", name);
        assertThat(exported("customer_address", "lastname", name))
                .contains("\r\n" + ofBook.formatted(ids.get(0), "'-2", "57", "0,2024-05-06,r-1,0,1,"))
                .contains("\r\n" + ofBook.formatted(ids.get(1), "", "", ",,,,,1"));
    }

    @Test
    void more_than_one_part_has_everybody_once_in_the_order_of_their_ids() {
        String name = SegmentFixture.name();
        int count = ExportParts.MOST + 3;
        SegmentFixture.run("""
                insert into customer (account_scope, website_id, store_id, group_id, email, email_key, firstname, lastname,
                    created_in, attributes, created_at, updated_at)
                select 1, 1, 1, 1, k, k, 'E', ?, 'Default', '{}', now(), now()
                from (select lower(?) || n || '@example.com' as k from generate_series(1, ?) n order by n) s""", name, name, count);
        SegmentFixture.run("""
                insert into customer_address (customer_id, website_id, firstname, lastname, street, city, country_id, created_at,
                    updated_at)
                select c.id, 1, 'E', c.lastname, '{One}', 'City ' || n, 'DE', now(), now()
                from customer c cross join generate_series(1, 2) n where c.lastname = ? and c.id % 2 = 0 order by c.id, n""", name);
        List<String> emails = SegmentFixture.texts("select email from customer where lastname = ? order by id", name);
        assertThat(emails).hasSize(count);
        assertThat(rows(exported("customer", "lastname", name)))
                .map(row -> row.get("email"))
                .isEqualTo(emails);
        List<Map<String, String>> composite = rows(exported("customer_composite", "lastname", name));
        assertThat(composite.stream()
                        .map(row -> row.get("email"))
                        .filter(email -> !email.isEmpty())
                        .toList())
                .isEqualTo(emails);
        List<String> cities = SegmentFixture.texts("""
                select a.city from customer_address a where a.lastname = ? order by a.customer_id, a.id""", name);
        assertThat(composite.stream()
                        .map(row -> row.get("_address_city"))
                        .filter(city -> !city.isEmpty())
                        .toList())
                .isEqualTo(cities);
        assertThat(composite).hasSize(count + cities.size() / 2);
        List<Map<String, String>> book = rows(exported("customer_address", "lastname", name));
        assertThat(book).map(row -> row.get("city")).isEqualTo(cities);
        SegmentFixture.run("delete from customer where lastname = ?", name);
    }

    @Test
    void an_export_of_what_there_is_not_is_refused() {
        refused(Map.of("entity", "product"), "Invalid value of \"%value\" provided for the %fieldName field.");
        refused(Map.of("format", "csv"), "\"%fieldName\" is required. Enter and try again.");
        refused(
                Map.of("entity", "customer", "excluded_columns", List.of("nothing")),
                "Invalid value of \"%value\" provided for the %fieldName field.");
        refused(
                Map.of("entity", "customer", "filters", List.of(Map.of("field", "nothing", "value", "1"))),
                "Invalid attribute name: %1");
    }

    private static void refused(Map<String, Object> export, String message) {
        asAdmin()
                .body(Map.of("export", export))
                .post("/rest/V1/exports")
                .then()
                .statusCode(400)
                .body("message", equalTo(message));
    }

    private static Map<String, String> without(Map<String, String> row, String column) {
        Map<String, String> less = new HashMap<>(row);
        less.remove(column);
        return less;
    }

    private static List<Map<String, String>> rows(String file) {
        List<Map<String, String>> rows = new ArrayList<>();
        List<String> header = List.of();
        for (CsvRecord record : CsvReader.builder().ofCsvRecord(file)) {
            if (header.isEmpty()) {
                header = record.getFields();
            } else {
                Map<String, String> row = new HashMap<>();
                for (int i = 0; i < header.size(); i++) {
                    row.put(header.get(i), record.getField(i));
                }
                rows.add(row);
            }
        }
        return rows;
    }
}
