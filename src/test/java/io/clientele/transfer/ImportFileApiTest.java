package io.clientele.transfer;

import static io.clientele.transfer.CustomerImportApiTest.count;
import static io.clientele.transfer.CustomerImportApiTest.customer;
import static io.clientele.transfer.TransferFixture.ended;
import static io.clientele.transfer.TransferFixture.errors;
import static io.clientele.transfer.TransferFixture.send;
import static io.clientele.transfer.TransferFixture.take;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.clientele.AdminFixture;
import io.clientele.customer.CustomerFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Files that are not what they should be: what can be told of the whole file is told at once, and the rest by line. */
@QuarkusTest
class ImportFileApiTest {

    private static final String HEADER = "email,_website,firstname,lastname";

    @Test
    void a_header_that_is_wrong_is_refused_at_once() {
        refused("firstname,lastname\nAda,Lovelace", "The column \"%column\" is missing.", "column", "email");
        refused("email,firstname\na@example.com,Ada", "The column \"%column\" is missing.", "column", "_website");
        refused(HEADER + ",lastname\na,b,c,d,e", "The column \"%column\" comes twice.", "column", "lastname");
        refused(
                HEADER + ",_secret\na,b,c,d,e",
                "The column \"%column\" is not known; names that begin with an underscore are reserved.",
                "column",
                "_secret");
        refused(HEADER + ",\na,b,c,d,e", "The column with the number %number has no name.", "number", 5);
        String many = IntStream.range(0, 10_000).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
        refused(HEADER + "," + many + "\na,b,c,d", "The file has more than %max columns.", "max", 1_000);
        send("").then().statusCode(400).body("message", equalTo("The file is empty."));
        send(HEADER).then().statusCode(400).body("message", equalTo("The file is empty."));
    }

    @Test
    void a_file_that_cannot_be_read_to_its_end_is_refused_with_the_line() {
        String endless = "x".repeat(1 << 12).concat("\n").repeat(1_100);
        refused(
                HEADER + "\na@example.com,base,A,B\nb@example.com,base,\"" + endless,
                "The file can't be read from line %line on: a quote is not closed, or a field is too long.",
                "line",
                3);
    }

    @Test
    void compressed_files_are_refused_and_never_unpacked() throws IOException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip)) {
            out.putNextEntry(new ZipEntry("../../customers.csv"));
            out.write(new byte[1 << 20]);
        }
        ByteArrayOutputStream gzip = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(gzip)) {
            out.write(new byte[1 << 20]);
        }
        for (byte[] file : new byte[][] {zip.toByteArray(), gzip.toByteArray()}) {
            TransferFixture.sendBytes(AdminFixture.token(), file)
                    .then()
                    .statusCode(400)
                    .body("message", equalTo("The file is compressed. Unpack it and try again."));
        }
    }

    @Test
    void options_that_are_none_are_refused() {
        String file = HEADER + "\n" + CustomerFixture.email() + ",base,A,B";
        for (String option : new String[] {
            "entity=product",
            "behavior=guess",
            "format=xlsx",
            "validationStrategy=hope",
            "allowedErrorCount=-1",
            "fileName=../passwd"
        }) {
            send(file, option)
                    .then()
                    .statusCode(400)
                    .body("message", equalTo("Invalid value of \"%value\" provided for the %fieldName field."));
        }
        send(file, "fieldSeparator=\"")
                .then()
                .statusCode(400)
                .body(
                        "message",
                        equalTo("The %fieldName must be one character that is neither a quote nor a line break."));
        send(file, "behavior=replace")
                .then()
                .statusCode(400)
                .body("parameters.entity", equalTo("customer"))
                .body("parameters.behavior", equalTo("replace"));
    }

    @Test
    void a_byte_order_mark_line_breaks_in_fields_and_other_separators_are_no_trouble() {
        String email = CustomerFixture.email();
        String wide = CustomerFixture.email();
        take(
                        "\ufeff" + HEADER.replace(',', ';') + "\r\n" + email + ";base;\"A\r\nda\";Lovelace\r\n",
                        "fieldSeparator=;")
                .body("created", equalTo(1));
        customer(email).body("firstname", equalTo("A\r\nda"));
        String utf16 = "\ufeff" + HEADER + "\n" + wide + ",base,Zoë,Ünal\n";
        ended(TransferFixture.sendBytes(AdminFixture.token(), utf16.getBytes(StandardCharsets.UTF_16LE))
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath()
                        .getString("id"))
                .body("created", equalTo(1));
        customer(wide).body("firstname", equalTo("Zoë"));
    }

    @Test
    void a_field_that_is_too_long_or_no_text_costs_its_row_only() {
        String good = CustomerFixture.email();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes((HEADER + "\n" + CustomerFixture.email() + ",base," + "x".repeat(1_000_000) + ",Long\n"
                        + CustomerFixture.email() + ",base,Zo")
                .getBytes(StandardCharsets.UTF_8));
        file.write(0xeb);
        file.writeBytes((",Latin\n" + CustomerFixture.email() + ",base,N\0l,Zero\n" + CustomerFixture.email()
                        + ",base,Too,Many,Fields\n" + CustomerFixture.email() + ",base," + "y".repeat(300) + ",Name\n"
                        + good + ",base,Ada,Lovelace\n")
                .getBytes(StandardCharsets.UTF_8));
        ValidatableResponse ended = ended(
                        TransferFixture.sendBytes(AdminFixture.token(), file.toByteArray(), "validationStrategy=skip")
                                .then()
                                .statusCode(200)
                                .extract()
                                .jsonPath()
                                .getString("id"))
                .body("created", equalTo(1))
                .body("failed", equalTo(5));
        errors(ended)
                .body("items.line", contains(2, 3, 4, 5, 6))
                .body("items[0].column", equalTo("firstname"))
                .body("items[0].message", equalTo("The field has more than %max characters."))
                .body("items[1].message", equalTo("The field is not text in UTF-8."))
                .body("items[2].message", equalTo("The field is not text in UTF-8."))
                .body("items[3].message", equalTo("The row has %fields fields for %columns columns."))
                .body("items[4].message", equalTo("First Name is not valid!"))
                .body("items[4].column", equalTo("firstname"));
        assertThat(count(good)).isEqualTo(1);
    }

    @Test
    void a_long_file_is_taken_over_in_parts_and_nothing_of_it_is_lost() {
        String mark = CustomerFixture.email().replaceAll("@.*", "");
        String file = IntStream.range(0, 700)
                .mapToObj(i -> mark + "-" + i + "@example.com,base," + (i % 100 == 99 ? "" : "Ada") + ",Lovelace")
                .collect(Collectors.joining("\n", HEADER + "\n", "\n"));
        take(file, "validationStrategy=skip")
                .body("created", equalTo(693))
                .body("failed", equalTo(7))
                .body("done", equalTo(700));
        take(file, "validationStrategy=skip").body("created", equalTo(0)).body("updated", equalTo(693));
        take(file, "behavior=delete", "validationStrategy=skip").body("deleted", equalTo(693));
    }

    @Test
    void lines_of_json_that_are_none_are_named_and_spoil_no_other() {
        String first = CustomerFixture.email();
        String last = CustomerFixture.email();
        String bad = CustomerFixture.email();
        String file = String.join(
                "\n",
                "\ufeff" + json(first, "Ada"),
                "[1]",
                "{\"email\": ",
                json(bad, "x".repeat(1_100_000)),
                json(bad, "y".repeat(70_000)),
                "{\"email\":\"" + bad + "\",\"_website\":\"base\",\"firstname\":{\"a\":1},\"lastname\":\"B\"}",
                "{\"email\":\"" + bad + "\",\"_website\":\"base\",\"_secret\":1}",
                "",
                json(last, "Grace"));
        ValidatableResponse ended = take(file, "format=ndjson", "validationStrategy=skip")
                .body("created", equalTo(2))
                .body("failed", equalTo(6));
        errors(ended)
                .body("items.line", contains(2, 3, 4, 5, 6, 7))
                .body("items[0].message", equalTo("The line is not a JSON object."))
                .body("items[1].message", equalTo("The line is not a JSON object."))
                .body("items[2].message", equalTo("The line has more than %max bytes."))
                .body("items[2].parameters.max", equalTo(1 << 20))
                .body("items[3].message", equalTo("The field has more than %max characters."))
                .body("items[3].column", equalTo("firstname"))
                .body("items[4].message", equalTo("Invalid value of \"%value\" provided for the %fieldName field."))
                .body("items[4].column", equalTo("firstname"))
                .body("items[5].column", equalTo("_secret"));
        assertThat(count(first)).isEqualTo(1);
        assertThat(count(last)).isEqualTo(1);
        assertThat(count(bad)).isZero();
    }

    private static String json(String email, String firstname) {
        return "{\"email\":\"" + email + "\",\"_website\":\"base\",\"firstname\":\"" + firstname
                + "\",\"lastname\":\"Lovelace\"}";
    }

    private static void refused(String file, String message, String name, Object value) {
        send(file).then().statusCode(400).body("message", equalTo(message)).body("parameters." + name, equalTo(value));
    }
}
