package io.clientele.customer;

import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.customer.CustomerFixture.PASSWORD;
import static io.clientele.customer.CustomerFixture.customer;
import static io.clientele.customer.CustomerFixture.with;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.startsWith;

import io.clientele.store.StoreFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Accounts that belong to their website, accounts that are good on all, and the way from one to the other. */
@QuarkusTest
class AccountSharingApiTest {

    private static final String PATH = "customer/account_share/scope";
    private static final String TAKEN =
            "A customer with the same email address already exists in an associated website.";

    @Inject
    DataSource dataSource;

    private final SiteFixture base = SiteFixture.base();
    private SiteFixture other;

    @BeforeEach
    void make_another_website() {
        other = SiteFixture.make();
    }

    @AfterEach
    void accounts_belong_to_their_website_again() {
        StoreFixture.inherit(PATH, "default", 0);
    }

    @Test
    void an_email_may_have_an_account_on_each_website_with_its_own_password() throws SQLException {
        Map<String, Object> ada = customer();
        String otherPassword = "Other-Passw0rd";
        base.create(ada);
        long there = other.register(ada, otherPassword)
                .then()
                .statusCode(200)
                .body("website_id", is(other.website()))
                .extract()
                .jsonPath()
                .getLong("id");
        String token = base.token(ada.get("email"));
        refused(other.signIn(ada.get("email"), PASSWORD));
        other.signIn(ada.get("email"), otherPassword).then().statusCode(200);
        base.me(token).then().statusCode(200).body("website_id", is(1));
        other.me(token).then().statusCode(401).body("parameters.resources", is("self"));
        delete(there);
    }

    @Test
    void sharing_is_refused_while_an_email_has_several_accounts_and_names_it() throws SQLException {
        Map<String, Object> ada = customer();
        base.create(ada);
        long there = other.create(ada);
        share("0")
                .then()
                .statusCode(400)
                .body(
                        "message",
                        startsWith("We can't share customer accounts globally when the accounts share identical email"
                                + " addresses on more than one website."))
                .body("parameters.emails", hasItem(ada.get("email")))
                .body("parameters.emails.size()", lessThanOrEqualTo(20));
        asAdmin().get("/rest/V1/settings/" + PATH).then().body("value", is("1"));
        assertThat(accountsOutOfScope(true)).isZero();
        delete(there);
        share("0").then().statusCode(200).body("value", is("0"));
        assertThat(accountsOutOfScope(false)).isZero();
    }

    @Test
    void a_shared_account_counts_on_every_website() throws SQLException {
        Map<String, Object> ada = customer();
        base.create(ada);
        share("0").then().statusCode(200);
        String token = other.token(ada.get("email"));
        other.me(token).then().statusCode(200).body("website_id", is(1));
        base.me(token).then().statusCode(200).body("email", is(ada.get("email")));
        other.register(ada, PASSWORD).then().statusCode(400).body("message", is(TAKEN));
        StoreFixture.set("checkout/options/enable_guest_checkout_login", "1", "stores", other.view());
        assertThat(isAvailable(ada.get("email"))).isFalse();

        share("1").then().statusCode(200);
        assertThat(accountsOutOfScope(true)).isZero();
        assertThat(isAvailable(ada.get("email"))).isTrue();
        other.me(token).then().statusCode(401).body("parameters.resources", is("self"));
        base.me(token).then().statusCode(200);
        refused(other.signIn(ada.get("email"), PASSWORD));
    }

    @Test
    void an_instance_that_has_not_heard_of_the_switch_yet_finds_the_accounts() throws SQLException {
        StoreFixture.set("checkout/options/enable_guest_checkout_login", "1", "default", 0);
        Map<String, Object> ada = customer();
        long id = base.create(ada);
        // What another instance has done, unheard: the rows are rewritten, and this one's memory is as it was.
        run("insert into shared_email (email_key, customer_id) select email_key, id from customer where id = " + id);
        base.signIn(ada.get("email"), PASSWORD).then().statusCode(200);
        other.signIn(ada.get("email"), PASSWORD).then().statusCode(200);
        assertThat(isAvailable(other, ada.get("email"))).isFalse();
        run("delete from shared_email where customer_id = " + id);

        share("0").then().statusCode(200);
        run("delete from shared_email where customer_id = " + id);
        base.signIn(ada.get("email"), PASSWORD).then().statusCode(200);
        assertThat(isAvailable(base, ada.get("email"))).isFalse();
        assertThat(isAvailable(other, ada.get("email"))).isTrue();
        StoreFixture.inherit("checkout/options/enable_guest_checkout_login", "default", 0);
    }

    @Test
    void going_back_to_the_default_is_a_switch_too() throws SQLException {
        share("0").then().statusCode(200);
        Map<String, Object> ada = customer();
        other.create(ada);
        base.register(ada, "").then().statusCode(400).body("message", is(TAKEN));
        StoreFixture.inherit(PATH, "default", 0);
        assertThat(accountsOutOfScope(true)).isZero();
        long here = base.create(ada);
        share("0").then().statusCode(400);
        delete(here);
    }

    @Test
    void a_group_that_is_shut_out_of_a_website_cannot_sign_in_there_in_either_mode() {
        int group = groupShutOutOf(other.website());
        Map<String, Object> ada = customer();
        long here = base.create(ada);
        Map<String, Object> bob = customer();
        long there = other.create(bob);
        for (long id : List.of(here, there)) {
            asAdmin()
                    .body(Map.of("customer", Map.of("group_id", group)))
                    .put("/rest/V1/customers/" + id)
                    .then()
                    .statusCode(200)
                    .body("group_id", is(group));
        }
        base.signIn(ada.get("email"), PASSWORD).then().statusCode(200);
        refused(other.signIn(bob.get("email"), PASSWORD));

        share("0").then().statusCode(200);
        base.signIn(ada.get("email"), PASSWORD).then().statusCode(200);
        base.signIn(bob.get("email"), PASSWORD).then().statusCode(200);
        refused(other.signIn(ada.get("email"), PASSWORD));
        refused(other.signIn(bob.get("email"), PASSWORD));
    }

    @Test
    void a_switch_while_people_register_leaves_no_email_with_two_shared_accounts() throws Exception {
        for (int round = 0; round < 8; round++) {
            Map<String, Object> ada = customer();
            List<Response> answers = Together.run(
                    List.of(() -> base.register(ada, ""), () -> other.register(ada, ""), () -> share("0")));
            List<Response> registered = answers.subList(0, 2);
            long made = registered.stream()
                    .filter(answer -> answer.statusCode() == 200)
                    .count();
            boolean isShared = answers.get(2).statusCode() == 200;
            assertThat(made).isEqualTo(isShared ? 1 : 2);
            assertThat(accountsOutOfScope(!isShared)).isZero();
            for (Response answer : registered) {
                if (answer.statusCode() == 200) {
                    delete(answer.jsonPath().getLong("id"));
                } else {
                    answer.then().statusCode(400).body("message", is(TAKEN));
                }
            }
            StoreFixture.inherit(PATH, "default", 0);
        }
    }

    @Test
    void changing_and_switching_at_a_time_do_not_wait_for_each_other_forever() throws Exception {
        long id = base.register(customer(), "")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("id");
        for (int round = 0; round < 6; round++) {
            String name = "Ada " + round;
            String value = Integer.toString(round % 2);
            List<Response> answers = Together.run(List.of(
                    () -> asAdmin()
                            .body(Map.of("customer", Map.of("firstname", name)))
                            .put("/rest/V1/customers/" + id),
                    () -> share(value)));
            answers.get(0).then().statusCode(200).body("firstname", is(name));
            answers.get(1).then().statusCode(200);
            assertThat(accountsOutOfScope(value.equals("1"))).isZero();
        }
    }

    private static Response share(String value) {
        return asAdmin().body(Map.of("value", value)).put("/rest/V1/settings/" + PATH);
    }

    private boolean isAvailable(Object email) {
        return isAvailable(other, email);
    }

    private static boolean isAvailable(SiteFixture site, Object email) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("customerEmail", email))
                .post(site.path("/customers/isEmailAvailable"))
                .then()
                .statusCode(200)
                .extract()
                .as(Boolean.class);
    }

    private static void refused(Response signIn) {
        signIn.then()
                .statusCode(401)
                .body(
                        "message",
                        is("The account sign-in was incorrect or your account is disabled temporarily."
                                + " Please wait and try again later."));
    }

    private static int groupShutOutOf(int website) {
        Map<String, Object> group = new HashMap<>(with(Map.of(), "code", StoreFixture.code("shut")));
        group.put("tax_class_id", 3);
        group.put("extension_attributes", Map.of("exclude_website_ids", List.of(website)));
        return asAdmin()
                .body(Map.of("group", group))
                .post("/rest/V1/customerGroups")
                .then()
                .statusCode(200)
                .extract()
                .path("id");
    }

    private static void delete(long id) {
        asAdmin().delete("/rest/V1/customers/" + id).then().statusCode(200).body(equalTo("true"));
    }

    private void run(String statement) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement prepared = connection.createStatement()) {
            prepared.execute(statement);
        }
    }

    /** How many accounts have an e-mail address shared or not shared otherwise than the mode asks for. */
    private int accountsOutOfScope(boolean perWebsite) throws SQLException {
        String misfit = (perWebsite ? "exists" : "not exists")
                + " (select from shared_email s where s.customer_id = c.id and s.email_key = c.email_key)";
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from customer c where " + misfit)) {
            row.next();
            return row.getInt(1);
        }
    }
}
