package io.clientele.attribute;

import static io.clientele.AdminFixture.as;
import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.attribute.AttributeFixture.ADDRESSES;
import static io.clientele.attribute.AttributeFixture.attribute;
import static io.clientele.attribute.AttributeFixture.code;
import static io.clientele.attribute.AttributeFixture.created;
import static io.clientele.attribute.AttributeFixture.post;
import static io.clientele.customer.CustomerFixture.address;
import static io.clientele.customer.CustomerFixture.customer;
import static io.clientele.customer.CustomerFixture.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.clientele.access.Subject;
import io.clientele.access.Tokens;
import io.clientele.customer.CustomerFixture;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(AttributesGone.class)
class AttributeFileApiTest {

    @Inject
    Tokens tokens;

    private static final String SVG = "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>";
    private static final String BAD_IMAGE = "The image content must be valid base64 encoded data.";

    @Inject
    Database database;

    @Inject
    OrphanFileRemoval removal;

    @Test
    void an_image_is_kept_under_a_name_of_ours_and_served_to_be_saved() {
        String code = created("image");
        byte[] png = image("png", 20, 10);
        Map<String, Object> draft = customer();
        long id = create(draft, code, file(png, "image/png", "Über mich.png"))
                .statusCode(200)
                .body("custom_attributes.attribute_code", contains(code))
                .extract()
                .jsonPath()
                .getLong("id");
        asAdmin()
                .get("/rest/V1/customers/" + id)
                .then()
                .body("custom_attributes[0].value", org.hamcrest.Matchers.matchesRegex("/./../[0-9a-f]{32}\\.png"));
        byte[] served = asAdmin()
                .accept("*/*")
                .get("/rest/V1/customers/" + id + "/attributes/" + code + "/file")
                .then()
                .statusCode(200)
                .contentType("image/png")
                .header("Content-Disposition", "attachment; filename*=UTF-8''%C3%9Cber%20mich.png")
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "private, no-store")
                .extract()
                .asByteArray();
        assertThat(served).isEqualTo(png);
        as(tokens.issue(Subject.customer(id), 1))
                .accept("*/*")
                .get("/rest/V1/customers/me/attributes/" + code + "/file")
                .then()
                .statusCode(200)
                .contentType("image/png");
    }

    @Test
    void nobody_else_reads_it() {
        String code = created("image");
        long id = create(customer(), code, file(image("gif", 2, 2), "image/gif", "a.gif"))
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("id");
        CustomerFixture.asNewCustomer()
                .get("/rest/V1/customers/me/attributes/" + code + "/file")
                .then()
                .statusCode(404)
                .body("message", is("No such entity with %fieldName = %fieldValue"))
                .body("parameters.fieldName", is("attributeCode"))
                .body("parameters.fieldValue", is(code));
        CustomerFixture.asNewCustomer()
                .get("/rest/V1/customers/" + id + "/attributes/" + code + "/file")
                .then()
                .statusCode(401);
        asAdmin()
                .get("/rest/V1/customers/" + id + "/attributes/" + created("text") + "/file")
                .then()
                .statusCode(404);
    }

    @Test
    void a_new_image_takes_the_place_of_the_old_one_and_an_empty_value_removes_it() {
        String code = created("image");
        long id = create(customer(), code, file(image("png", 3, 3), "image/png", "one.png"))
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("id");
        assertThat(files(id)).isEqualTo(1);
        change(id, code, file(image("jpg", 3, 3), "image/jpeg", "two.jpg")).statusCode(200);
        assertThat(files(id)).isEqualTo(1);
        String path = asAdmin().get("/rest/V1/customers/" + id).path("custom_attributes[0].value");
        assertThat(path).endsWith(".jpg");
        change(id, code, path).statusCode(200);
        assertThat(files(id)).isEqualTo(1);
        change(id, code, "").statusCode(200).body("custom_attributes", nullValue());
        assertThat(files(id)).isZero();
        change(id, code, path)
                .statusCode(400)
                .body("message", is("\"%1\" is not a valid file."))
                .body("parameters", contains("The " + code));
    }

    @Test
    void files_go_with_their_customer_and_their_attribute() {
        String code = created("image");
        long id = create(customer(), code, file(image("png", 3, 3), "image/png", "one.png"))
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("id");
        asAdmin().delete("/rest/V1/customers/" + id).then().statusCode(200);
        assertThat(files(id)).isZero();
        long other = create(customer(), code, file(image("png", 3, 3), "image/png", "one.png"))
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("id");
        AttributeFixture.delete(AttributeFixture.CUSTOMERS, code).statusCode(200);
        asAdmin()
                .get("/rest/V1/customers/" + other + "/attributes/" + code + "/file")
                .then()
                .statusCode(404);
        removal.remove();
        assertThat(files(other)).isZero();
    }

    @Test
    void an_address_has_files_too() {
        String code = code("plan");
        post(ADDRESSES, attribute(code, "file")).statusCode(200);
        byte[] pdf = "%PDF-1.4 nothing much".getBytes(StandardCharsets.US_ASCII);
        Map<String, Object> place = with(
                address(),
                "custom_attributes",
                List.of(Map.of("attribute_code", code, "value", file(pdf, "application/pdf", "plan.pdf"))));
        Map<String, Object> made = asAdmin()
                .body(CustomerFixture.body(with(customer(), "addresses", List.of(place))))
                .post("/rest/V1/customers")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getMap("$");
        Object address = ((Map<?, ?>) ((List<?>) made.get("addresses")).getFirst()).get("id");
        asAdmin()
                .accept("*/*")
                .get("/rest/V1/customers/" + made.get("id") + "/addresses/" + address + "/attributes/" + code + "/file")
                .then()
                .statusCode(200)
                .contentType("application/pdf");
        as(tokens.issue(Subject.customer(((Number) made.get("id")).longValue()), 1))
                .accept("*/*")
                .get("/rest/V1/customers/me/addresses/" + address + "/attributes/" + code + "/file")
                .then()
                .statusCode(200);
        CustomerFixture.asNewCustomer()
                .get("/rest/V1/customers/me/addresses/" + address + "/attributes/" + code + "/file")
                .then()
                .statusCode(404);
    }

    @Test
    void what_is_no_image_is_refused() {
        String code = created("image");
        refused(code, Map.of("base64_encoded_data", "not base64!", "type", "image/png", "name", "a.png"), BAD_IMAGE);
        refused(code, Map.of("type", "image/png", "name", "a.png"), BAD_IMAGE);
        refused(code, file(SVG.getBytes(StandardCharsets.UTF_8), "image/svg+xml", "a.svg"), BAD_IMAGE);
        refused(code, file(SVG.getBytes(StandardCharsets.UTF_8), "image/png", "a.png"), BAD_IMAGE);
        byte[] png = image("png", 20, 20);
        refused(code, file(Arrays.copyOf(png, 40), "image/png", "a.png"), BAD_IMAGE);
        refused(code, file(png, "image/jpeg", "a.jpg"), "The image MIME type is not valid or not supported.");
        refused(code, file(png, "image/png", "../a.png"), "Provided image name contains forbidden characters.");
        refused(code, file(png, "image/png", "png"), "Provided image name contains forbidden characters.");
        refused(code, file(png, "image/png", "a.html"), "\"%1\" is not a valid file extension.", "The " + code);
        refused(code, file(png, "image/png", "a.gif"), "\"%1\" is not a valid file.", "The " + code);
    }

    @Test
    void an_image_stays_within_the_limits_of_its_attribute() {
        String code = created(
                "image",
                "validation_rules",
                List.of(
                        Map.of("name", "max_file_size", "value", "2000"),
                        Map.of("name", "file_extensions", "value", "png"),
                        Map.of("name", "max_image_width", "value", "30"),
                        Map.of("name", "max_image_height", "value", "20")));
        create(customer(), code, file(image("png", 30, 20), "image/png", "a.png"))
                .statusCode(200);
        refused(
                code,
                file(image("png", 31, 20), "image/png", "a.png"),
                "\"%1\" width exceeds allowed value of %2 px.",
                "The " + code,
                30);
        refused(
                code,
                file(image("png", 30, 21), "image/png", "a.png"),
                "\"%1\" height exceeds allowed value of %2 px.",
                "The " + code,
                20);
        refused(
                code,
                file(image("gif", 3, 3), "image/gif", "a.gif"),
                "\"%1\" is not a valid file extension.",
                "The " + code);
        refused(
                code,
                file(image("bmp", 30, 30), "image/bmp", "a.bmp"),
                "\"%1\" exceeds the allowed file size.",
                "The " + code);
    }

    @Test
    void a_file_is_nothing_that_runs() {
        String code = created("file");
        create(customer(), code, file("a;b\n1;2\n".getBytes(StandardCharsets.UTF_8), "text/csv", "a.csv"))
                .statusCode(200)
                .body("custom_attributes[0].value", startsWith("/"));
        for (String active : List.of(
                SVG,
                "<!DOCTYPE html><p>",
                "  <html>",
                "<?php echo 1;",
                "#!/bin/sh",
                "MZ\u0090",
                "<?xml version='1.0'?><a/>")) {
            refused(
                    code,
                    file(active.getBytes(StandardCharsets.UTF_8), "text/plain", "a.txt"),
                    "\"%1\" is not a valid file.",
                    "The " + code);
        }
        refused(
                code,
                file("<html>".getBytes(StandardCharsets.UTF_16LE), "text/plain", "a.txt"),
                "\"%1\" is not a valid file.",
                "The " + code);
        refused(
                code,
                file("x".getBytes(StandardCharsets.UTF_8), "text/html", "a.html"),
                "\"%1\" is not a valid file extension.",
                "The " + code);
        refused(
                code,
                file("no pdf".getBytes(StandardCharsets.UTF_8), "application/pdf", "a.pdf"),
                "\"%1\" is not a valid file.",
                "The " + code);
        refused(
                code,
                file(new byte[600 * 1024], "text/plain", "a.txt"),
                "\"%1\" exceeds the allowed file size.",
                "The " + code);
    }

    private int files(long customerId) {
        return database.first(
                        SqlFragment.of("select count(*) from attribute_file f where f.customer_id = ?", customerId),
                        row -> row.getInt(1))
                .orElseThrow();
    }

    private static void refused(String code, Object value, String message, Object... parameters) {
        ValidatableResponse answer =
                create(customer(), code, value).statusCode(400).body("message", is(message));
        if (parameters.length > 0) {
            answer.body("parameters", contains(parameters));
        }
    }

    private static ValidatableResponse create(Map<String, Object> customer, String code, Object value) {
        return asAdmin()
                .body(CustomerFixture.body(with(customer, "custom_attributes", values(code, value))))
                .post("/rest/V1/customers")
                .then();
    }

    private static ValidatableResponse change(long id, String code, Object value) {
        return asAdmin()
                .body(Map.of("customer", Map.of("custom_attributes", values(code, value))))
                .put("/rest/V1/customers/" + id)
                .then();
    }

    private static List<Map<String, Object>> values(String code, Object value) {
        return List.of(Map.of("attribute_code", code, "value", value));
    }

    private static Map<String, Object> file(byte[] content, String type, String name) {
        return Map.of("base64_encoded_data", Base64.getEncoder().encodeToString(content), "type", type, "name", name);
    }

    private static byte[] image(String format, int width, int height) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
