package io.clientele.privacy;

import static io.clientele.AdminFixture.administrator;
import static io.clientele.AdminFixture.as;
import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.privacy.PrivacyFixture.REQUESTS;
import static io.clientele.privacy.PrivacyFixture.ask;
import static io.clientele.privacy.PrivacyFixture.file;
import static io.clientele.privacy.PrivacyFixture.guest;
import static io.clientele.privacy.PrivacyFixture.records;
import static io.clientele.privacy.PrivacyFixture.unzipped;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.clientele.attribute.AttributeFixture;
import io.clientele.attribute.AttributesGone;
import io.clientele.customer.CustomerFixture;
import io.clientele.customer.SiteFixture;
import io.clientele.segment.SegmentFixture;
import io.clientele.store.StoreFixture;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The file with all that is kept of a person: everything is in it, nothing of anybody else, and no secret. */
@QuarkusTest
@ExtendWith(AttributesGone.class)
class PersonFileApiTest {

    @Inject
    PersonArchive archive;

    @AfterEach
    void remove_segments() {
        SegmentFixture.deleteAll();
    }

    @Test
    void the_file_has_what_every_feature_keeps_and_nothing_of_another_person() {
        Canary canary = Canary.make(AttributeFixture.created("text"));
        Canary other = Canary.make(AttributeFixture.created("text"));
        long id = PrivacyFixture.id(ask(asAdmin(), "access", "customer_id", canary.id(), "evidence", "Passport"));
        Map<String, String> entries = unzipped(file(asAdmin(), id, ""));
        assertThat(entries.keySet())
                .containsExactlyInAnyOrderElementsOf(archive.names().stream()
                        .flatMap(name -> Stream.of(name + ".csv", name + ".json"))
                        .toList());
        String mark = canary.mark();
        JsonNode account = records(entries, "account").getFirst();
        assertThat(account.get("email").asText()).isEqualTo(canary.email());
        assertThat(account.get("lastname").asText()).isEqualTo("Lastname" + mark);
        assertThat(account.get("dob").asText()).isEqualTo("1912-06-23");
        assertThat(account.get("external_id").asText()).isEqualTo("external-" + mark);
        assertThat(account.at("/attributes/" + canary.attribute()).asText()).isEqualTo("attribute " + mark);
        assertThat(records(entries, "addresses").getFirst().get("street").toString())
                .isEqualTo("[\"1 " + mark + " Street\",\"Floor " + mark + "\"]");
        assertThat(records(entries, "orders"))
                .hasSize(2)
                .allSatisfy(order -> assertThat(
                                order.at("/billing_address/telephone").asText())
                        .isEqualTo("Phone" + mark));
        assertThat(records(entries, "orders").getFirst().at("/lines/1/sku").asText())
                .isEqualTo("lamp");
        assertThat(records(entries, "carts")).hasSize(2);
        assertThat(records(entries, "product_views").getFirst().get("sku").asText())
                .isEqualTo("viewed-" + mark);
        assertThat(records(entries, "wish_lists").getFirst().at("/items/0/sku").asText())
                .isEqualTo("Sofa");
        assertThat(records(entries, "reviews").getFirst().get("detail").asText())
                .isEqualTo("detail " + mark);
        assertThat(records(entries, "balances").getFirst().get("amount").decimalValue())
                .isEqualByComparingTo("10");
        assertThat(records(entries, "figures").getFirst().get("orders_count").asInt())
                .isEqualTo(1);
        assertThat(records(entries, "newsletter").getFirst().get("status").asText())
                .isEqualTo("subscribed");
        assertThat(records(entries, "assistance_log").getFirst().get("reason").asText())
                .isEqualTo("To help " + mark);
        assertThat(records(entries, "assistance_consent")).hasSize(1);
        assertThat(records(entries, "sessions")).isNotEmpty();
        assertThat(records(entries, "apps").getFirst().get("scopes").toString()).isEqualTo("[\"customer:read\"]");
        assertThat(records(entries, "segments")).hasSize(1);
        assertThat(records(entries, "segment_history")).hasSize(1);
        assertThat(records(entries, "mass_actions").getFirst().get("action").asText())
                .isEqualTo("group");
        assertThat(records(entries, "privacy_requests")).hasSize(2);
        assertThat(records(entries, "mailed_links")).isNotEmpty();
        assertThat(records(entries, "events")).isNotEmpty();
        assertThat(records(entries, "consent_history"))
                .extracting(each -> each.get("purpose").asText())
                .containsExactlyInAnyOrder("newsletter", "assistance", "app");
        assertThat(records(entries, "audit_log"))
                .filteredOn(entry -> entry.get("action").asText().equals("customer.created"))
                .singleElement()
                .satisfies(entry ->
                        assertThat(entry.at("/after/lastname").asText()).isEqualTo("Lastname" + mark));
        assertThat(entries.values()).noneMatch(text -> text.contains(other.mark()));
    }

    @Test
    void a_csv_has_the_same_records_and_no_formula() {
        Map<String, Object> draft = CustomerFixture.customer();
        draft.put("taxvat", "=1+1");
        long customer = CustomerFixture.createByAdmin(draft);
        long id = PrivacyFixture.id(ask(asAdmin(), "access", "customer_id", customer, "evidence", "Passport"));
        Map<String, String> entries = unzipped(file(asAdmin(), id, ""));
        List<CsvRecord> rows = CsvReader.builder().ofCsvRecord(entries.get("account.csv")).stream()
                .toList();
        JsonNode account = records(entries, "account").getFirst();
        assertThat(rows).hasSize(2);
        List<String> header = rows.getFirst().getFields();
        assertThat(header).hasSize(account.size());
        assertThat(rows.get(1).getField(header.indexOf("email"))).isEqualTo(draft.get("email"));
        assertThat(rows.get(1).getField(header.indexOf("taxvat"))).isEqualTo("'=1+1");
        assertThat(account.get("taxvat").asText()).isEqualTo("=1+1");
        assertThat(records(entries, "orders")).isEmpty();
        assertThat(entries.get("orders.csv")).isEmpty();
    }

    @Test
    void no_password_token_or_key_is_in_the_file() {
        Canary canary = Canary.make(AttributeFixture.created("text"));
        long id = PrivacyFixture.id(ask(asAdmin(), "access", "customer_id", canary.id(), "evidence", "Passport"));
        Map<String, String> entries = unzipped(file(asAdmin(), id, ""));
        List<String> secrets = SegmentFixture.texts(
                "select password_hash from credential where subject_type = 3 and subject_id = ?"
                        + " union all select unnest(unsubscribe_tokens) from newsletter_subscriber where customer_id = ?"
                        + " union all select encode(token_hash, 'hex') from account_token where customer_id = ?",
                canary.id(),
                canary.id(),
                canary.id());
        assertThat(secrets).hasSizeGreaterThan(2);
        assertThat(entries.values())
                .allSatisfy(text -> assertThat(text)
                        .doesNotContain(secrets)
                        .doesNotContain(CustomerFixture.PASSWORD)
                        .doesNotContain("\\\\x"));
    }

    @Test
    void the_file_is_the_persons_and_the_managers_and_nobody_elses() {
        Map<String, Object> ada = CustomerFixture.customer();
        long customer = CustomerFixture.create(ada);
        String token = CustomerFixture.token(ada.get("email"));
        long id = PrivacyFixture.id(ask(asAdmin(), "access", "customer_id", customer, "evidence", "Passport"));
        assertThat(records(unzipped(file(as(token), id, "")), "account")).hasSize(1);
        String manager = administrator(List.of("Clientele_Privacy::manage"));
        assertThat(records(unzipped(file(as(manager), id, "")), "account")).hasSize(1);
        Map<String, Object> eve = CustomerFixture.customer();
        CustomerFixture.create(eve);
        String unauthorised = administrator(List.of("Magento_Customer::manage"));
        for (String stranger : List.of(CustomerFixture.token(eve.get("email")), unauthorised)) {
            as(stranger)
                    .get(REQUESTS + "/" + id + "/file")
                    .then()
                    .statusCode(404)
                    .body("message", equalTo("No such entity with %fieldName = %fieldValue"))
                    .body("parameters.fieldValue", equalTo((int) id));
        }
        guest().get(REQUESTS + "/" + id + "/file").then().statusCode(404);
        guest().get(REQUESTS + "/" + id + "/file?token=x").then().statusCode(400);
    }

    @Test
    void a_file_that_tells_of_other_websites_is_not_for_whoever_manages_one_of_them() {
        long customer = CustomerFixture.create(CustomerFixture.customer());
        String ofOne = administrator(List.of("Clientele_Privacy::manage"), 1);
        long id = PrivacyFixture.id(ask(as(ofOne), "access", "customer_id", customer, "evidence", "Passport"));
        StoreFixture.set("customer/account_share/scope", "0", "default", 0);
        SiteFixture.make();
        try {
            as(ofOne)
                    .get(REQUESTS + "/" + id + "/file")
                    .then()
                    .statusCode(401)
                    .body("parameters.resources", equalTo("Clientele_Privacy::manage"));
            assertThat(records(unzipped(file(asAdmin(), id, "")), "account")).hasSize(1);
        } finally {
            StoreFixture.inherit("customer/account_share/scope", "default", 0);
        }
        assertThat(records(unzipped(file(as(ofOne), id, "")), "account")).hasSize(1);
    }

    @Test
    void a_file_can_be_fetched_for_as_many_days_as_the_setting_says() {
        long customer = CustomerFixture.createByAdmin(CustomerFixture.customer());
        StoreFixture.set("clientele/privacy/file_days", "2", "websites", 1);
        long id = PrivacyFixture.id(ask(asAdmin(), "access", "customer_id", customer, "evidence", "Passport"));
        StoreFixture.inherit("clientele/privacy/file_days", "websites", 1);
        assertThat(SegmentFixture.count(
                        "select count(*) from privacy_request where id = ? and file_expires_at between created_at + interval '2 days' and created_at + interval '49 hours'",
                        id))
                .isEqualTo(1);
        file(asAdmin(), id, "");
        SegmentFixture.run("update privacy_request set file_expires_at = created_at where id = ?", id);
        asAdmin()
                .get(REQUESTS + "/" + id + "/file")
                .then()
                .statusCode(400)
                .body("message", equalTo("There is no file of this privacy request, or its time is over."));
    }
}
