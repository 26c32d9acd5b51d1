package io.clientele.integration;

import static io.clientele.AdminFixture.as;
import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.integration.IntegrationFixture.BEARER;
import static io.clientele.integration.IntegrationFixture.allowBearer;
import static io.clientele.integration.IntegrationFixture.integration;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import io.clientele.AuditFixture;
import io.clientele.customer.CustomerFixture;
import io.clientele.customer.SiteFixture;
import io.clientele.integration.IntegrationFixture.Made;
import io.clientele.shared.Caller;
import io.clientele.shared.Snapshots;
import io.clientele.store.StoreFixture;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An integration that calls: what it may do, and for how long. */
@QuarkusTest
class IntegrationCallerTest {

    private static final String CUSTOMERS = "Magento_Customer::customer";
    private static final String SEARCH = "/rest/V1/customers/search?searchCriteria[pageSize]=1";
    private static final String NOT_ALLOWED = "The consumer isn't authorized to access %resources.";
    private static final long SECOND = 1_000_000_000L;

    @Inject
    IntegrationAccess access;

    @Inject
    IntegrationRepository repository;

    @Inject
    DataSource dataSource;

    @Inject
    TransactionSynchronizationRegistry transactions;

    @BeforeEach
    void let_access_tokens_be_enough() {
        allowBearer(true);
    }

    @AfterEach
    void put_it_back() {
        allowBearer(false);
    }

    @Test
    void its_token_alone_is_enough_only_where_the_shop_allows_it() {
        Made made = integration(List.of(CUSTOMERS));
        as(made.accessToken()).get(SEARCH).then().statusCode(200);
        graphql(made, "{ storeConfig { store_code } }")
                .then()
                .statusCode(200)
                .body("data.storeConfig.store_code", is("default"));
        allowBearer(false);
        as(made.accessToken())
                .get(SEARCH)
                .then()
                .statusCode(401)
                .body("message", is(NOT_ALLOWED))
                .body("parameters.resources", is(CUSTOMERS));
        graphql(made, "{ storeConfig { store_code } }")
                .then()
                .statusCode(401)
                .body("errors[0].extensions.category", is("graphql-authentication"));
        SiteFixture site = SiteFixture.make();
        StoreFixture.set(BEARER, "1", "stores", site.view());
        as(made.accessToken()).get(site.path("/modules")).then().statusCode(200);
        as(made.accessToken()).get("/rest/V1/modules").then().statusCode(401);
    }

    @Test
    void it_may_do_what_it_holds_and_nothing_else() {
        Made made = integration(List.of(CUSTOMERS));
        as(made.accessToken()).get(SEARCH).then().statusCode(200);
        as(made.accessToken()).get("/rest/V1/modules").then().statusCode(200).body("$", hasItem("Magento_Customer"));
        as(made.accessToken())
                .get("/rest/V1/customerGroups/search?searchCriteria")
                .then()
                .statusCode(401)
                .body("message", is(NOT_ALLOWED))
                .body("parameters.resources", is("Magento_Customer::group"));
        as(made.accessToken())
                .get("/rest/V1/customers/me")
                .then()
                .statusCode(401)
                .body("parameters.resources", is("self"));
        graphql(made, "{ adminCustomers(pageSize: 1) { total_count } }")
                .then()
                .statusCode(200)
                .body("errors", is((Object) null));
        graphql(made, "{ customer { email } }")
                .then()
                .body("errors[0].message", is("The current customer isn't authorized."));
        asAdmin()
                .body(Map.of("integration", Map.of("resources", List.of("Magento_Customer::group"))))
                .put(made.path())
                .then()
                .statusCode(200);
        as(made.accessToken()).get(SEARCH).then().statusCode(401);
        as(made.accessToken())
                .get("/rest/V1/customerGroups/search?searchCriteria")
                .then()
                .statusCode(200);
        Made all = integration(List.of(Caller.EVERYTHING));
        as(all.accessToken()).get(SEARCH).then().statusCode(200);
        as(all.accessToken()).get("/rest/V1/customers/me").then().statusCode(401);
    }

    @Test
    void it_sees_its_websites_only() {
        SiteFixture site = SiteFixture.make();
        long here = site.create(CustomerFixture.customer());
        long elsewhere = CustomerFixture.createByAdmin(CustomerFixture.customer());
        Made made = integration(List.of(CUSTOMERS), site.website());
        as(made.accessToken()).get("/rest/V1/customers/" + here).then().statusCode(200);
        as(made.accessToken()).get("/rest/V1/customers/" + elsewhere).then().statusCode(404);
        as(made.accessToken())
                .get("/rest/V1/customers/search?searchCriteria[filter_groups][0][filters][0][field]=id"
                        + "&searchCriteria[filter_groups][0][filters][0][value]=" + elsewhere)
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    @Test
    void what_it_does_is_noted_under_its_name() {
        Made made = integration(List.of(CUSTOMERS));
        String id = AuditFixture.requestId();
        as(made.accessToken())
                .header("X-Request-Id", id)
                .body(Map.of("customer", CustomerFixture.customer()))
                .post("/rest/V1/customers")
                .then()
                .statusCode(200);
        assertThat(AuditFixture.entries(id))
                .singleElement()
                .satisfies(entry -> assertThat(entry)
                        .containsEntry("action", "customer.created")
                        .containsEntry("actor_type", "integration")
                        .containsEntry("actor_name", made.name()));
    }

    @Test
    void it_calls_while_it_is_active_and_has_this_token() {
        Made made = integration(List.of(CUSTOMERS));
        Made rotated = Made.of(asAdmin().post(made.path() + "/rotate"));
        as(made.accessToken()).get(SEARCH).then().statusCode(401);
        as(rotated.accessToken()).get(SEARCH).then().statusCode(200);
        status(made, "inactive");
        as(rotated.accessToken()).get(SEARCH).then().statusCode(401);
        status(made, "active");
        as(rotated.accessToken()).get(SEARCH).then().statusCode(200);
        asAdmin().post(made.path() + "/revoke").then().statusCode(200);
        as(rotated.accessToken()).get(SEARCH).then().statusCode(401);
        Made again = Made.of(asAdmin().post(made.path() + "/rotate"));
        as(rotated.accessToken()).get(SEARCH).then().statusCode(401);
        as(again.accessToken()).get(SEARCH).then().statusCode(200);
        asAdmin().delete(made.path()).then().statusCode(200);
        as(again.accessToken()).get(SEARCH).then().statusCode(401);
        assertThat(access.caller(made.id(), null)).isEmpty();
    }

    @Test
    void scopes_limit_it_to_what_it_holds_of_them() {
        Made made = integration(List.of(CUSTOMERS, "Magento_Customer::group"));
        assertThat(access.caller(made.id(), Set.of(CUSTOMERS, "Magento_Tax::manage_tax")))
                .hasValueSatisfying(caller -> {
                    assertThat(caller.may(CUSTOMERS)).isTrue();
                    assertThat(caller.may("Magento_Tax::manage_tax")).isFalse();
                    assertThat(caller.may("Magento_Customer::group")).isFalse();
                });
        Made all = integration(List.of(Caller.EVERYTHING));
        assertThat(access.caller(all.id(), Set.of(CUSTOMERS))).hasValueSatisfying(caller -> {
            assertThat(caller.may(CUSTOMERS)).isTrue();
            assertThat(caller.may("Magento_Customer::group")).isFalse();
        });
    }

    @Test
    void another_instance_refuses_it_within_a_second_of_its_revocation() throws InterruptedException {
        Snapshots snapshots = new Snapshots(dataSource, transactions);
        KnownIntegrations other = new KnownIntegrations(repository, snapshots);
        try {
            for (int round = 0; round < 5; round++) {
                Made made = integration(List.of(CUSTOMERS));
                long start = System.nanoTime();
                while (!active(other, made) && System.nanoTime() - start < 10 * SECOND) {
                    Thread.onSpinWait();
                }
                assertThat(active(other, made)).isTrue();
                asAdmin().post(made.path() + "/revoke").then().statusCode(200);
                long revoked = System.nanoTime();
                while (active(other, made) && System.nanoTime() - revoked < 2 * SECOND) {
                    Thread.onSpinWait();
                }
                assertThat(System.nanoTime() - revoked).as("round %s", round).isLessThan(SECOND);
            }
        } finally {
            snapshots.stop();
        }
    }

    @Test
    void an_instance_that_does_not_keep_up_asks_the_database() {
        Snapshots snapshots = new Snapshots(dataSource, transactions);
        KnownIntegrations other = new KnownIntegrations(repository, snapshots);
        Made made = integration(List.of(CUSTOMERS));
        assertThat(active(other, made)).isTrue();
        snapshots.stop();
        long start = System.nanoTime();
        while (snapshots.keepUp() && System.nanoTime() - start < 10 * SECOND) {
            Thread.onSpinWait();
        }
        asAdmin().post(made.path() + "/revoke").then().statusCode(200);
        assertThat(active(other, made)).isFalse();
    }

    @Test
    void its_requests_are_limited_like_everybody_s() {
        Made made = integration(List.of(CUSTOMERS));
        StoreFixture.set("clientele/throttle/token_requests", "2", "default", 0);
        try {
            as(made.accessToken()).get("/rest/V1/modules").then().statusCode(200);
            as(made.accessToken()).get("/rest/V1/modules").then().statusCode(200);
            as(made.accessToken())
                    .get("/rest/V1/modules")
                    .then()
                    .statusCode(429)
                    .body("message", is("Too Many Requests"));
        } finally {
            StoreFixture.inherit("clientele/throttle/token_requests", "default", 0);
        }
    }

    private static boolean active(KnownIntegrations known, Made made) {
        KnownIntegration found = known.now().byId().get(made.id());
        return found != null && found.integration().active();
    }

    private static void status(Made made, String status) {
        asAdmin()
                .body(Map.of("integration", Map.of("status", status)))
                .put(made.path())
                .then()
                .statusCode(200)
                .body("status", is(status));
    }

    private static io.restassured.response.Response graphql(Made made, String document) {
        return as(made.accessToken()).body(Map.of("query", document)).post("/graphql");
    }
}
