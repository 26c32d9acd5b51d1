package io.clientele.segment;

import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.activity.ActivityFixture.balance;
import static io.clientele.activity.ActivityFixture.cart;
import static io.clientele.activity.ActivityFixture.line;
import static io.clientele.activity.ActivityFixture.order;
import static io.clientele.activity.ActivityFixture.report;
import static io.clientele.customer.CustomerFixture.address;
import static io.clientele.customer.CustomerFixture.createByAdmin;
import static io.clientele.customer.CustomerFixture.customer;
import static io.clientele.customer.CustomerFixture.with;
import static io.clientele.segment.SegmentFixture.segment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;

import io.clientele.activity.ActivityFixture;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The examples of docs/segments.md find whom they are meant for and nobody else. */
@QuarkusTest
class SegmentExamplesTest {

    private static final Pattern EXAMPLE = Pattern.compile("### ([^\\n]+)\\n\\n[^#]*?\\n\\n    ([^\\n]+)\\n");

    @AfterEach
    void remove_what_was_made() {
        SegmentFixture.deleteAll();
    }

    /** Whom an example is about, and whom it is not. */
    private record People(List<Long> in, List<Long> out) {}

    @Test
    void every_example_finds_whom_it_is_meant_for_before_and_after_it_is_saved() throws IOException {
        Map<String, String> rules = rules();
        Map<String, People> people = people();
        assertThat(rules.keySet()).isEqualTo(people.keySet()).hasSize(10);
        rules.forEach((title, rule) -> {
            People meant = people.get(title);
            assertThat(asAdmin()
                            .body(Map.of("segment", segment(rule)))
                            .post(SegmentFixture.SEGMENTS + "/preview")
                            .asString())
                    .as(title)
                    .contains("\"count\"");
            List<Long> members = SegmentFixture.members(SegmentFixture.create(segment(rule)));
            assertThat(members).as(title).containsAll(meant.in()).doesNotContainAnyElementsOf(meant.out());
        });
    }

    private static Map<String, String> rules() throws IOException {
        Map<String, String> rules = new LinkedHashMap<>();
        Matcher examples = EXAMPLE.matcher(Files.readString(Path.of("docs", "segments.md")));
        while (examples.find()) {
            rules.put(examples.group(1), examples.group(2));
        }
        return rules;
    }

    private static Map<String, People> people() {
        Map<String, People> people = new LinkedHashMap<>();
        people.put(
                "Lapsed customers",
                new People(List.of(buyer(of(25, 200))), List.of(buyer(of(25, 200), of(25, 10)), buyer())));
        people.put(
                "VIPs",
                new People(
                        List.of(buyer(of(400, 10), of(400, 20), of(400, 300))),
                        List.of(
                                buyer(of(100, 10), of(100, 20), of(100, 30)),
                                buyer(of(900, 10), of(900, 20)),
                                buyer(of(400, 10), of(400, 20), of(400, 400)))));
        people.put(
                "First-time buyers",
                new People(List.of(buyer(of(25, 5))), List.of(buyer(of(25, 5), of(25, 50)), buyer(of(25, 50)))));
        people.put(
                "People of a city",
                new People(
                        List.of(living("Paris", "75002", "FR"), living("Vincennes", "75012", "FR")),
                        List.of(living("Lyon", "69001", "FR"), living("Paris", "75001", "DE"))));
        people.put(
                "Bought one thing and not the other",
                new People(
                        List.of(buyer(lines("LAMP-1", "CHAIR-1"))),
                        List.of(buyer(lines("LAMP-1", "BULB-1")), buyer(lines("LAMP-1"), lines("BULB-1")), buyer())));
        LocalDate today = LocalDate.now(ZoneId.of("America/Los_Angeles"));
        people.put(
                "Birthday this week",
                new People(
                        List.of(born(today.plusDays(2)), born(today.plusDays(5))),
                        List.of(born(today.plusDays(20)), born(today.minusDays(3)))));
        people.put(
                "Abandoned carts", new People(List.of(withCart(60)), List.of(withCart(40), withCart(60, of(25, 2)))));
        people.put("Newsletter and no order", new People(List.of(reader()), List.of(reader(of(25, 300)), buyer())));
        people.put(
                "Store credit that is not used",
                new People(List.of(withCredit(20, of(25, 90))), List.of(withCredit(20, of(25, 9)), withCredit(5))));
        people.put(
                "Spent over an amount since the beginning of a year",
                new People(
                        List.of(buyer(on("2026-01-05", 300), on("2026-02-05", 300))),
                        List.of(
                                buyer(on("2026-01-05", 300)),
                                buyer(on("2025-12-05", 900)),
                                buyer(ActivityFixture.with(on("2026-01-05", 600), "refunded", 200)))));
        return people;
    }

    private static Map<String, Object> of(int total, int daysAgo) {
        return order(
                "grand_total",
                total,
                "placed_at",
                Instant.now().minus(Duration.ofDays(daysAgo)).toString());
    }

    private static Map<String, Object> on(String day, int total) {
        return order("grand_total", total, "placed_at", day + "T12:00:00Z");
    }

    private static Map<String, Object> lines(String... skus) {
        List<Map<String, Object>> lines = new ArrayList<>();
        for (String sku : skus) {
            lines.add(line(sku, 1));
        }
        return order("lines", lines);
    }

    @SafeVarargs
    private static long buyer(Map<String, Object>... orders) {
        return ordered(createByAdmin(customer()), orders);
    }

    @SafeVarargs
    private static long ordered(long person, Map<String, Object>... orders) {
        for (Map<String, Object> order : orders) {
            report("orders", ActivityFixture.with(order, "customer_id", person))
                    .statusCode(200)
                    .body("failed", empty());
        }
        return person;
    }

    private static long living(String city, String postcode, String country) {
        Map<String, Object> home =
                with(with(with(address(), "city", city), "postcode", postcode), "country_id", country);
        home.put("region_id", country.equals("FR") ? 182 : 82);
        return createByAdmin(with(customer(), "addresses", List.of(home)));
    }

    private static long born(LocalDate birthday) {
        return createByAdmin(with(customer(), "dob", birthday.minusYears(30).toString()));
    }

    @SafeVarargs
    private static long withCart(int subtotal, Map<String, Object>... orders) {
        long person = buyer(orders);
        report("carts", cart("customer_id", person, "subtotal", subtotal))
                .statusCode(200)
                .body("failed", empty());
        return person;
    }

    @SafeVarargs
    private static long reader(Map<String, Object>... orders) {
        return ordered(createByAdmin(with(customer(), "extension_attributes", Map.of("is_subscribed", true))), orders);
    }

    @SafeVarargs
    private static long withCredit(int amount, Map<String, Object>... orders) {
        long person = buyer(orders);
        report("balances", balance(person, "amount", amount)).statusCode(200).body("failed", empty());
        return person;
    }
}
