package io.clientele.privacy;

import static io.clientele.AdminFixture.as;
import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.activity.ActivityFixture.order;
import static io.clientele.activity.ActivityFixture.report;
import static io.clientele.activity.ActivityFixture.with;
import static io.clientele.privacy.PrivacyFixture.erased;
import static io.clientele.privacy.PrivacyFixture.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.clientele.attribute.AttributeFixture;
import io.clientele.attribute.AttributesGone;
import io.clientele.customer.CustomerFixture;
import io.clientele.merge.MergeFixture;
import io.clientele.segment.SegmentFixture;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever is erased is nowhere any more, and what is counted stays as it was (reliability goal S16). */
@QuarkusTest
@ExtendWith(AttributesGone.class)
class ErasureApiTest {

    /** Where the mark of somebody stands in the clear before. What is sealed is not found, and lies in other tables. */
    private static final Set<String> IN_THE_CLEAR = Set.of(
            "customer",
            "customer_address",
            "customer_keyword",
            "newsletter_subscriber",
            "sign_in_throttle",
            "assistance_log",
            "sales_order",
            "cart",
            "product_view",
            "product_review",
            "account_token",
            "grid_view",
            "transfer_export",
            "mass_action");

    private static final String SUMS = """
            select count(*), sum(o.grand_total), sum(o.base_total), (select count(*) from sales_order_line)
            from sales_order o""";

    @Inject
    Database database;

    @AfterEach
    void remove_segments() {
        SegmentFixture.deleteAll();
    }

    @Test
    void nothing_of_somebody_who_was_filled_in_everywhere_is_left_in_any_table() {
        Canary canary = Canary.make(AttributeFixture.created("text"));
        Canary other = Canary.make(AttributeFixture.created("text"));
        assertThat(tablesWith(canary.mark())).containsAll(IN_THE_CLEAR);
        Set<String> ofOther = tablesWith(other.mark());
        long both = SegmentFixture.create(
                CustomerFixture.with(SegmentFixture.any(), "pinned_in", List.of(canary.id(), other.id())));
        SegmentFixture.awaitMember(both, canary.id(), true);
        SegmentFixture.awaitMember(both, other.id(), true);
        assertThat(found(canary.mark())).isEqualTo(1);

        erased(canary.id());

        assertThat(found(canary.mark())).isZero();
        assertThat(SegmentFixture.members(both)).containsExactly(other.id());
        SegmentFixture.until(
                "the segment counts who is left",
                () -> SegmentFixture.read(both).extract().jsonPath().getInt("number_of_customers") == 1);

        assertThat(tablesWith(canary.mark())).isEmpty();
        assertThat(tablesWith(other.mark())).isEqualTo(ofOther);
        asAdmin().get("/rest/V1/customers/" + canary.id()).then().statusCode(404);
    }

    @Test
    void orders_and_ratings_stay_without_a_name_and_what_is_reported_later_brings_nobody_back() {
        Canary canary = Canary.make(AttributeFixture.created("text"));
        List<BigDecimal> before = sums();

        erased(canary.id());

        assertThat(sums()).isEqualTo(before);
        String external = canary.bought().get("external_id").toString();
        String pseudonym = pseudonym(external);
        assertThat(pseudonym).isNotNull();
        assertThat(SegmentFixture.count(
                        "select count(*) from sales_order where pseudonym = ?::uuid and customer_id is null",
                        pseudonym))
                .isEqualTo(2);
        report(
                        "orders",
                        with(
                                canary.bought(),
                                "customer_id",
                                null,
                                "customer_email",
                                canary.email(),
                                "status",
                                "closed",
                                "grand_total",
                                26))
                .statusCode(200)
                .body("updated", equalTo(1));
        assertThat(SegmentFixture.texts(
                        "select status || ' ' || grand_total || ' ' || coalesce(email, 'nobody') || pseudonym from sales_order"
                                + " where external_id = ?",
                        external))
                .containsExactly("closed 26.0000 nobody" + pseudonym);
        assertThat(tablesWith(canary.mark())).doesNotContain("sales_order");
        assertThat(SegmentFixture.count("select count(*) from product_review where nickname = '' and rating = 5"))
                .isPositive();
    }

    @Test
    void tokens_die_the_audit_log_stays_unreadable_and_the_request_is_its_own_evidence() {
        Map<String, Object> ada = CustomerFixture.customer();
        long id = CustomerFixture.create(ada);
        String token = CustomerFixture.token(ada.get("email"));
        long request = erased(id);
        as(token).get("/rest/V1/customers/me").then().statusCode(401);
        List<Map<String, Object>> entries = PrivacyFixture.entries(id);
        assertThat(entries)
                .extracting(entry -> entry.get("action"))
                .contains("customer.created", "customer.signed_in", "customer.deleted", "privacy_request.carried_out");
        assertThat(entries)
                .filteredOn(entry -> entry.get("action").equals("customer.created"))
                .allSatisfy(entry ->
                        assertThat(entry).containsEntry("is_erased", true).doesNotContainKeys("object_name", "after"));
        assertThat(read(request).getString("status")).isEqualTo("done");
        assertThat(read(request).getString("closed_at")).isNotNull();
        assertThat(read(request).getString("email")).isNull();
        assertThat(read(request).getString("evidence")).isNull();
        assertThat(read(request).getLong("customer_id")).isEqualTo(id);
    }

    @Test
    void a_guest_is_erased_by_the_address_and_somebody_with_another_one_is_not() {
        String mark = "zg" + Long.toString(System.nanoTime(), 36);
        String email = mark + "@example.com";
        report(
                        "orders",
                        List.of(
                                order("customer_email", email, "status", "complete"),
                                order("customer_email", "x" + email)))
                .statusCode(200);
        long request = PrivacyFixture.id(
                PrivacyFixture.ask(asAdmin(), "erase", "email", email.toUpperCase(Locale.ROOT), "evidence", "Letter"));
        PrivacyFixture.awaitStatus(request, "done");
        assertThat(SegmentFixture.texts("select email from sales_order where email like ?", "%" + email))
                .containsExactly("x" + email);
    }

    @Test
    void whoever_was_merged_into_the_person_is_forgotten_as_well() {
        Map<String, Object> ada = CustomerFixture.customer();
        ada.put("taxvat", "zm" + Long.toString(System.nanoTime(), 36));
        String mark = ada.get("taxvat").toString();
        long gone = CustomerFixture.createByAdmin(ada);
        long stays = CustomerFixture.createByAdmin(CustomerFixture.customer());
        asAdmin()
                .body(MergeFixture.body(stays, gone))
                .post("/rest/V1/customers/merge")
                .then()
                .statusCode(200);
        erased(stays);
        assertThat(tablesWith(mark)).isEmpty();
        assertThat(tablesWith(ada.get("email").toString())).isEmpty();
        assertThat(SegmentFixture.count(
                        "select count(*) from person_key where person in (?, ?) and secret is not null",
                        "customer:" + gone,
                        "customer:" + stays))
                .isZero();
    }

    /** How many customers the administrators' search finds. */
    private static int found(String text) {
        return asAdmin()
                .queryParam("search", text)
                .queryParam("searchCriteria", "")
                .get("/rest/V1/customers/search")
                .then()
                .statusCode(200)
                .extract()
                .path("total_count");
    }

    private String pseudonym(String external) {
        return SegmentFixture.texts("select pseudonym::text from sales_order where external_id = ?", external)
                .getFirst();
    }

    private List<BigDecimal> sums() {
        return database.first(
                        SqlFragment.of(SUMS),
                        row -> List.of(
                                row.getBigDecimal(1), row.getBigDecimal(2), row.getBigDecimal(3), row.getBigDecimal(4)))
                .orElseThrow();
    }

    /** The tables in whose rows the text stands, in letters or as bytes. */
    private Set<String> tablesWith(String text) {
        String bytes = HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
        Set<String> found = new TreeSet<>();
        for (String table : database.list(SqlFragment.of("""
                select table_name from information_schema.tables
                where table_schema = 'public' and table_type = 'BASE TABLE'"""), row -> row.getString(1))) {
            long rows = database.first(
                            SqlFragment.of(
                                    "select count(*) from " + table + " t where position(? in lower(t::text)) > 0"
                                            + " or position(? in t::text) > 0",
                                    text,
                                    bytes),
                            row -> row.getLong(1))
                    .orElseThrow();
            if (rows > 0) {
                found.add(table);
            }
        }
        return found;
    }
}
