package io.clientele.grid;

import static io.clientele.AdminFixture.administrator;
import static io.clientele.AdminFixture.as;
import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.customer.CustomerFixture.createByAdmin;
import static io.clientele.customer.CustomerFixture.customer;
import static io.clientele.customer.CustomerFixture.customerWithAddresses;
import static io.clientele.customer.CustomerFixture.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.clientele.AuditFixture;
import io.clientele.activity.history.HistoryFixture;
import io.clientele.attribute.AttributeFixture;
import io.clientele.customer.SiteFixture;
import io.clientele.segment.RuleFixture;
import io.clientele.segment.SegmentFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** What the grid shows as a file, in each of its formats, opened again by other libraries. */
@QuarkusTest
class GridExportApiTest {

    private static final String EXPORT = "/rest/V1/customerGrid/export";
    private static final String COLUMNS =
            "id,name,group_id,website_id,billing_city,orders_count,lifetime_value,is_subscribed";

    @Inject
    GridExportPlaces places;

    private final String name = SegmentFixture.name();

    @Test
    void csv_has_the_chosen_columns_of_all_who_match_in_their_order() {
        long first = createByAdmin(with(customerWithAddresses(1), "lastname", name));
        Map<String, Object> formula = with(customer(), "lastname", name);
        long best = createByAdmin(with(with(formula, "taxvat", "=cmd|'/c calc'!A1"), "group_id", 2));
        HistoryFixture.placed(best, "2026-01-01T00:00:00Z", "grand_total", "99.50");

        Response answer = export("csv", COLUMNS + ",taxvat");
        assertThat(answer.contentType()).isEqualTo("text/csv; charset=utf-8");
        List<CsvRecord> records = csv(answer);
        assertThat(records.get(0).getFields())
                .containsExactly(
                        "ID",
                        "Name",
                        "Group",
                        "Web Site",
                        "City",
                        "Orders",
                        "Lifetime Value",
                        "Newsletter",
                        "Tax VAT Number");
        assertThat(records.get(1).getFields())
                .containsExactly(
                        Long.toString(best),
                        "Ada " + name,
                        "Wholesale",
                        website(),
                        "",
                        "1",
                        "99.5000",
                        "No",
                        "'=cmd|'/c calc'!A1");
        assertThat(records.get(2).getFields())
                .containsExactly(
                        Long.toString(first), "Ada " + name, "General", website(), "Town 0", "0", "0.0000", "No", "");
        assertThat(records).hasSize(3);
    }

    @Test
    void xlsx_opens_in_another_library_with_numbers_as_numbers_and_formulas_as_texts() throws Exception {
        long id = createByAdmin(with(with(customer(), "lastname", name), "taxvat", "=1+1"));
        HistoryFixture.placed(id, "2026-01-01T00:00:00Z", "grand_total", "99.50");
        Response answer = export("xlsx", "id,name,taxvat,lifetime_value");
        assertThat(answer.contentType()).isEqualTo("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(answer.asByteArray()))) {
            XSSFSheet sheet = book.getSheetAt(0);
            assertThat(book.getNumberOfSheets()).isEqualTo(1);
            assertThat(sheet.getSheetName()).isEqualTo("Customers");
            assertThat(sheet.getLastRowNum()).isEqualTo(1);
            assertThat(sheet.getRow(0).getCell(1).getStringCellValue()).isEqualTo("Name");
            XSSFRow row = sheet.getRow(1);
            assertThat(row.getCell(0).getNumericCellValue()).isEqualTo((double) id);
            assertThat(row.getCell(2).getCellType()).isEqualTo(CellType.STRING);
            assertThat(row.getCell(2).getStringCellValue()).isEqualTo("=1+1");
            assertThat(row.getCell(3).getNumericCellValue()).isEqualTo(99.5);
        }
    }

    @Test
    void xml_is_a_workbook_with_a_row_for_each() throws Exception {
        long id = createByAdmin(with(with(customer(), "lastname", name), "taxvat", "<DE> & \"Co\""));
        Response answer = export("xml", "id,name,taxvat");
        assertThat(answer.contentType()).isEqualTo("application/xml; charset=utf-8");
        Document document = DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(answer.asByteArray()));
        String namespace = "urn:schemas-microsoft-com:office:spreadsheet";
        assertThat(document.getDocumentElement().getNamespaceURI()).isEqualTo(namespace);
        NodeList data = document.getElementsByTagNameNS(namespace, "Data");
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < data.getLength(); i++) {
            texts.add(data.item(i).getTextContent());
        }
        assertThat(texts)
                .containsExactly("ID", "Name", "Tax VAT Number", Long.toString(id), "Ada " + name, "<DE> & \"Co\"");
        assertThat(data.item(3).getAttributes().item(0).getNodeValue()).isEqualTo("Number");
    }

    @Test
    void every_column_of_the_grid_is_one_of_the_file() {
        String select = AttributeFixture.created(
                "multiselect",
                "is_used_in_grid",
                true,
                "options",
                List.of(Map.of("label", "Red, dark"), Map.of("label", "Blue"), Map.of("label", "Green")));
        List<String> options = AttributeFixture.get(AttributeFixture.CUSTOMERS, select)
                .extract()
                .path("options.findAll { it.value }.value");
        String yesNo = AttributeFixture.created("boolean", "is_used_in_grid", true);
        String door = AttributeFixture.code("door");
        AttributeFixture.post(
                        AttributeFixture.ADDRESSES, AttributeFixture.attribute(door, "text", "is_used_in_grid", true))
                .statusCode(200);
        Map<String, Object> customer = with(customerWithAddresses(1), "lastname", name);
        customer.put("dob", "1990-02-03");
        customer.put("gender", 2);
        customer.put(
                "custom_attributes",
                List.of(
                        Map.of("attribute_code", select, "value", options.get(0) + "," + options.get(2)),
                        Map.of("attribute_code", yesNo, "value", "1")));
        @SuppressWarnings("unchecked")
        List<Map<String, Object>> book = (List<Map<String, Object>>) customer.get("addresses");
        book.set(
                0, with(book.get(0), "custom_attributes", List.of(Map.of("attribute_code", door, "value", "red one"))));
        long id = createByAdmin(customer);
        long segment = SegmentFixture.create(SegmentFixture.segment(RuleFixture.all(RuleFixture.lastname(name))));
        SegmentFixture.awaitMember(segment, id, true);

        List<Map<String, Object>> columns = asAdmin()
                .get("/rest/V1/customerGrid/columns")
                .then()
                .extract()
                .jsonPath()
                .getList("");
        String codes = String.join(
                ",",
                columns.stream().map(column -> column.get("code").toString()).toList());
        List<CsvRecord> records = csv(export("csv", codes));
        assertThat(records.get(0).getFields())
                .isEqualTo(columns.stream().map(column -> column.get("label")).toList());
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            cells.put(columns.get(i).get("code").toString(), records.get(1).getField(i));
        }
        String place = "Ada Lovelace, 1 Main Street, Floor 2, 78701 Town 0, Texas, US";
        assertThat(cells)
                .containsEntry("email", customer.get("email").toString())
                .containsEntry("dob", "1990-02-03")
                .containsEntry("gender", "Female")
                .containsEntry("is_confirmed", "Yes")
                .containsEntry("is_active", "Yes")
                .containsEntry("is_subscribed", "No")
                .containsEntry("billing_country_id", "United States")
                .containsEntry("billing_region", "Texas")
                .containsEntry("billing_street", "1 Main Street, Floor 2")
                .containsEntry("billing_telephone", "'+1 512 555 0100")
                .containsEntry("billing_full", place)
                .containsEntry("shipping_full", place)
                .containsEntry("lock_expires", "")
                .containsEntry("segment_id", segmentName(segment))
                .containsEntry(select, "Red, dark, Green")
                .containsEntry(yesNo, "Yes")
                .containsEntry("billing_" + door, "red one");
        assertThat(cells.get("created_at")).matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d");
        SegmentFixture.deleteAll();
        AttributeFixture.delete(AttributeFixture.CUSTOMERS, select);
        AttributeFixture.delete(AttributeFixture.CUSTOMERS, yesNo);
        AttributeFixture.delete(AttributeFixture.ADDRESSES, door);
    }

    @Test
    void a_saved_view_is_exported_as_it_is_but_for_what_is_said_besides() {
        String other = SegmentFixture.name();
        long first = createByAdmin(with(with(customer(), "lastname", name), "firstname", "Bea"));
        long second = createByAdmin(with(with(customer(), "lastname", name), "firstname", "Abe"));
        createByAdmin(with(with(with(customer(), "lastname", name), "firstname", "Cid"), "group_id", 2));
        long elsewhere = createByAdmin(with(with(customer(), "lastname", other), "group_id", 1));
        int view = asAdmin()
                .body(Map.of(
                        "view",
                        Map.of(
                                "name",
                                name,
                                "columns",
                                List.of("group_id", "id"),
                                "filters",
                                List.of(Map.of("field", "group_id", "value", "1")),
                                "search",
                                name,
                                "sort",
                                List.of(Map.of("field", "name", "direction", "ASC")))))
                .post("/rest/V1/customerGrid/views")
                .then()
                .statusCode(200)
                .extract()
                .path("id");
        assertThat(fields(asAdmin().queryParam("view", view).get(EXPORT)))
                .containsExactly(
                        List.of("Group", "ID"),
                        List.of("General", Long.toString(second)),
                        List.of("General", Long.toString(first)));
        assertThat(fields(asAdmin()
                        .queryParam("view", view)
                        .queryParam("columns", "id")
                        .queryParam("search", other)
                        .get(EXPORT)))
                .containsExactly(List.of("ID"), List.of(Long.toString(elsewhere)));
        assertThat(fields(asAdmin()
                        .queryParam("view", view)
                        .queryParam("searchCriteria[sort_orders][0][field]", "id")
                        .queryParam("searchCriteria[sort_orders][0][direction]", "ASC")
                        .get(EXPORT)))
                .hasSize(3)
                .element(1)
                .isEqualTo(List.of("General", Long.toString(first)));
        asAdmin()
                .queryParam("view", view + 1_000_000)
                .get(EXPORT)
                .then()
                .statusCode(404)
                .body("parameters.fieldValue", is(view + 1_000_000));
        // What is its owner's own is nothing to somebody else.
        as(administrator(List.of("Magento_Customer::manage")))
                .queryParam("view", view)
                .get(EXPORT)
                .then()
                .statusCode(404);
        asAdmin().delete("/rest/V1/customerGrid/views/" + view).then().statusCode(200);
    }

    @Test
    void more_than_is_read_at_a_time_comes_whole_and_only_what_the_caller_sees() {
        SiteFixture site = SiteFixture.make();
        GridExportFixture.fill(name, 2_003, "");
        long there = createByAdmin(with(with(customer(), "lastname", name), "website_id", site.website()));
        List<String> all = csv(export("csv", "id")).stream()
                .skip(1)
                .map(record -> record.getField(0))
                .toList();
        assertThat(all).hasSize(2_004).doesNotHaveDuplicates();
        List<CsvRecord> limited = csv(mine(as(site.administrator(List.of("Magento_Customer::manage"))))
                .queryParam("columns", "id,website_id")
                .get(EXPORT));
        assertThat(limited).hasSize(2);
        assertThat(limited.get(1).getField(0)).isEqualTo(Long.toString(there));
        GridExportFixture.clear(name);
    }

    @Test
    void nobody_who_matches_leaves_the_labels_alone() throws Exception {
        assertThat(fields(export("csv", "id,name"))).containsExactly(List.of("ID", "Name"));
        try (XSSFWorkbook book = new XSSFWorkbook(
                new ByteArrayInputStream(export("xlsx", "id,name").asByteArray()))) {
            assertThat(book.getSheetAt(0).getLastRowNum()).isZero();
        }
    }

    @Test
    void whose_data_are_kept_and_not_used_is_in_no_file() {
        long open = createByAdmin(with(customer(), "lastname", name));
        long restricted = createByAdmin(with(customer(), "lastname", name));
        SegmentFixture.run(
                "insert into customer_restriction (customer_id, restricted_at)"
                        + " select id, created_at from customer where id = ?",
                restricted);
        assertThat(fields(export("csv", "id"))).containsExactly(List.of("ID"), List.of(Long.toString(open)));
    }

    @Test
    void an_export_leaves_an_entry_that_names_nobody() {
        String request = AuditFixture.requestId();
        mine(asAdmin())
                .header("X-Request-Id", request)
                .queryParam("columns", "id,email")
                .queryParam("format", "xlsx")
                .get(EXPORT)
                .then()
                .statusCode(200);
        List<Map<String, Object>> entries = AuditFixture.entries(request);
        assertThat(entries).hasSize(1);
        assertThat(entries.getFirst()).containsEntry("action", "customer_grid.exported");
        assertThat(entries.getFirst().get("detail").toString())
                .contains("xlsx", "id,email", "lastname")
                .doesNotContain(name);
    }

    @Test
    void what_it_cannot_be_is_refused_before_it_begins() {
        refused("format", "format", "pdf", "Invalid value of \"%value\" provided for the %fieldName field.");
        refused("columns", "columns", "shoe_size", "Invalid value of \"%value\" provided for the %fieldName field.");
        asAdmin()
                .queryParam("columns", "id,name,id")
                .get(EXPORT)
                .then()
                .statusCode(400)
                .body("parameters.fieldName", is("columns"))
                .body("parameters.value", is("id"));
        asAdmin()
                .queryParam("searchCriteria[filter_groups][0][filters][0][field]", "shoe_size")
                .queryParam("searchCriteria[filter_groups][0][filters][0][value]", "1")
                .get(EXPORT)
                .then()
                .statusCode(400)
                .body("message", is("Invalid attribute name: %1"))
                .body("parameters[0]", is("shoe_size"));
        as(administrator(List.of("Magento_Customer::customer")))
                .get(EXPORT)
                .then()
                .statusCode(401)
                .body("parameters.resources", is("Magento_Customer::manage"));
    }

    @Test
    void who_finds_no_place_is_told_to_come_again() {
        List<GridExportPlaces.Place> taken = new ArrayList<>();
        try {
            for (int i = 0; i < 4; i++) {
                taken.add(places.take());
            }
            mine(asAdmin())
                    .get(EXPORT)
                    .then()
                    .statusCode(503)
                    .body("message", is("The service is temporarily unavailable. Please try again later."))
                    .header("Retry-After", is("5"));
        } finally {
            taken.forEach(GridExportPlaces.Place::close);
        }
        mine(asAdmin()).get(EXPORT).then().statusCode(200);
    }

    private static void refused(String parameter, String field, String value, String message) {
        asAdmin()
                .queryParam(parameter, value)
                .get(EXPORT)
                .then()
                .statusCode(400)
                .body("message", is(message))
                .body("parameters.fieldName", is(field))
                .body("parameters.value", is(value));
    }

    private Response export(String format, String columns) {
        Response answer = mine(asAdmin())
                .queryParam("searchCriteria[sort_orders][0][field]", "lifetime_value")
                .queryParam("searchCriteria[sort_orders][0][direction]", "DESC")
                .queryParam("format", format)
                .queryParam("columns", columns)
                .get(EXPORT);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.header("Content-Disposition")).isEqualTo("attachment; filename=\"customers." + format + "\"");
        assertThat(answer.header("Cache-Control")).isEqualTo("private, no-store");
        return answer;
    }

    /** Asks for those with the last name of this test. */
    private RequestSpecification mine(RequestSpecification as) {
        return as.queryParam("searchCriteria[filter_groups][0][filters][0][field]", "lastname")
                .queryParam("searchCriteria[filter_groups][0][filters][0][value]", name);
    }

    private static String website() {
        return SegmentFixture.texts("select name from website where id = 1").getFirst();
    }

    private static String segmentName(long id) {
        return SegmentFixture.texts("select name from segment where id = ?", id).getFirst();
    }

    private static List<List<String>> fields(Response answer) {
        return csv(answer).stream().map(CsvRecord::getFields).toList();
    }

    private static List<CsvRecord> csv(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return CsvReader.builder().ofCsvRecord(new String(answer.asByteArray(), StandardCharsets.UTF_8)).stream()
                .toList();
    }
}
