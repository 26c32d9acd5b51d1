package io.clientele.access;

import static io.clientele.AdminFixture.asAdmin;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.customer.CustomerFixture;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import io.clientele.store.StoreFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What credentials, administrators and roles leave in the audit log. */
@QuarkusTest
class AccessAuditApiTest {

    @Inject
    Database database;

    @Test
    void failed_sign_ins_and_the_lock_are_noted_once_each_with_the_address() {
        Map<String, Object> customer = CustomerFixture.customer();
        long id = CustomerFixture.create(customer);
        CustomerFixture.token(customer.get("email"));
        StoreFixture.set("oauth/authentication_lock/max_failures_count", "3", "default", 0);
        try {
            for (int i = 0; i < 5; i++) {
                given().contentType(ContentType.JSON)
                        .header("X-Forwarded-For", "203.0.113.77")
                        .body(Map.of("username", customer.get("email"), "password", "Wrong-Pass-1"))
                        .post("/rest/V1/integration/customer/token")
                        .then()
                        .statusCode(401);
            }
        } finally {
            StoreFixture.inherit("oauth/authentication_lock/max_failures_count", "default", 0);
        }
        assertThat(entries("customer", id))
                .containsExactly(
                        "customer.created success",
                        "customer.signed_in success",
                        "customer.signed_in failure password",
                        "customer.signed_in failure password",
                        "customer.signed_in failure password",
                        "customer.locked success");
    }

    @Test
    void administrators_and_roles_are_noted_with_what_changed_and_no_password() {
        int role = asAdmin()
                .body(Map.of("role", Map.of("name", "Audited", "resources", List.of("Magento_Customer::group"))))
                .post("/rest/V1/admin/roles")
                .path("id");
        int user = asAdmin()
                .body(Map.of(
                        "user",
                        Map.of(
                                "username", "audited",
                                "email", "audited@example.com",
                                "firstname", "Au",
                                "lastname", "Dited",
                                "password", "Canary-Pass-77",
                                "role_id", role)))
                .post("/rest/V1/admin/users")
                .path("id");
        given().contentType(ContentType.JSON)
                .body(Map.of("username", "audited", "password", "Canary-Pass-77"))
                .post("/rest/V1/integration/admin/token")
                .then()
                .statusCode(200);
        asAdmin()
                .body(Map.of("user", Map.of("lastname", "Dit", "password", "Canary-Pass-78")))
                .put("/rest/V1/admin/users/" + user)
                .then()
                .statusCode(200);
        asAdmin().delete("/rest/V1/admin/users/" + user).then().statusCode(200);
        asAdmin()
                .body(Map.of("role", Map.of("name", "Audited still")))
                .put("/rest/V1/admin/roles/" + role)
                .then()
                .statusCode(200);
        asAdmin().delete("/rest/V1/admin/roles/" + role).then().statusCode(200);
        assertThat(entries("admin_user", user))
                .containsExactly(
                        "admin.created success",
                        "admin.signed_in success",
                        "admin.changed success",
                        "admin.password.changed success",
                        "admin.deleted success");
        assertThat(entries("admin_role", role))
                .containsExactly(
                        "admin_role.created success", "admin_role.changed success", "admin_role.deleted success");
        assertThat(values("admin_role", role)).anyMatch(value -> value.contains("Audited still"));
        assertThat(database.list(
                        SqlFragment.of("select 1 from audit_entry where audit_entry::text like ?", "%Canary-Pass%"),
                        row -> 1))
                .isEmpty();
    }

    private List<String> entries(String type, long id) {
        return database.list(
                SqlFragment.of(
                        "select concat_ws(' ', action, outcome, reason) from audit_entry"
                                + " where object_type = ? and object_id = ? order by id",
                        type,
                        Long.toString(id)),
                row -> row.getString(1));
    }

    private List<String> values(String type, long id) {
        return database.list(
                SqlFragment.of(
                        "select coalesce(object_values::text, '') from audit_entry where object_type = ? and object_id = ?",
                        type,
                        Long.toString(id)),
                row -> row.getString(1));
    }
}
