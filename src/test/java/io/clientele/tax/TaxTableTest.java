package io.clientele.tax;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TaxTableTest {

    private static final TaxPlace BEVERLY_HILLS = new TaxPlace("US", 12, "90210");

    @Test
    void rules_of_one_priority_add_up_and_later_ones_compound() {
        TaxTable.Rate five = rate(1, 0, "*", "5");
        TaxTable.Rate ten = rate(2, 0, "*", "10");
        assertThat(percent(List.of(five, ten), rule(1, 0, false, 1), rule(2, 0, false, 2)))
                .isEqualTo("15");
        assertThat(percent(List.of(five, ten), rule(1, 0, false, 1), rule(2, 1, false, 2)))
                .isEqualTo("15.5");
        assertThat(percent(List.of(five, ten), rule(1, 0, false, 1), rule(2, 1, true, 2)))
                .isEqualTo("15");
    }

    @Test
    void of_the_rates_of_one_rule_the_nearest_to_the_place_counts() {
        List<TaxTable.Rate> rates = List.of(
                rate(1, 0, "*", "1"),
                rate(2, 12, "*", "2"),
                range(3, 12, 90000, 99999, "3"),
                range(4, 12, 90200, 90299, "4"),
                rate(5, 12, "90*", "5"),
                rate(6, 12, "902*", "6"),
                rate(7, 12, "90210", "7"),
                rate(8, 43, "90210", "8"));
        for (int last = 1; last <= 8; last++) {
            int[] ids = IntStream.rangeClosed(1, last).toArray();
            assertThat(percent(rates, rule(1, 0, false, ids))).isEqualTo(Integer.toString(Math.min(last, 7)));
        }
        assertThat(percent(rates, rule(1, 0, false, 1, 8))).isEqualTo("1");
    }

    @Test
    void blanks_case_and_what_follows_a_hyphen_do_not_matter() {
        PostcodePattern london = PostcodePattern.of("sw1a 1aa", null, null);
        assertThat(london.matches(PostcodePattern.form("SW1A1AA"))).isTrue();
        assertThat(PostcodePattern.of("SW1*", null, null).matches(PostcodePattern.form("sw1a 1aa")))
                .isTrue();
        assertThat(PostcodePattern.of("90210", null, null).matches("90210-1234"))
                .isTrue();
        assertThat(PostcodePattern.of("90210-1234", null, null).matches("90210"))
                .isFalse();
        assertThat(PostcodePattern.of("1-99999", 1, 99999).matches("90210-1234"))
                .isTrue();
        assertThat(PostcodePattern.of("1-99999", 1, 99999).matches("SW1A1AA")).isFalse();
        assertThat(PostcodePattern.of("1-99999", 1, 99999).matches("")).isFalse();
    }

    @Test
    void what_the_table_says_equals_what_going_through_all_rules_says() {
        for (int seed = 0; seed < 400; seed++) {
            Random random = new Random(seed);
            List<TaxTable.Rate> rates = new ArrayList<>();
            for (int id = 1; id <= 12; id++) {
                rates.add(anyRate(id, random));
            }
            List<TaxRule> rules = new ArrayList<>();
            for (int id = 1; id <= 6; id++) {
                rules.add(new TaxRule(
                        id,
                        "r" + id % 2,
                        random.nextInt(3),
                        0,
                        random.nextInt(4) == 0,
                        some(random, 3),
                        some(random, 3),
                        some(random, 12)));
            }
            TaxTable table = new TaxTable(rules, rates);
            TaxPlace place = new TaxPlace(
                    random.nextBoolean() ? "US" : "DE",
                    random.nextInt(3),
                    List.of("", "1", "12", "123", "12-3", "13").get(random.nextInt(6)));
            Map<Integer, TaxPercent> percents = table.percents(1, Set.of(1, 2, 3), place);
            for (int productClass = 1; productClass <= 3; productClass++) {
                assertThat(percents.get(productClass).percent())
                        .as("seed %s class %s", seed, productClass)
                        .isEqualByComparingTo(naive(rules, rates, productClass, place));
            }
        }
    }

    /** The definition, step by step over everything there is. */
    private static BigDecimal naive(List<TaxRule> rules, List<TaxTable.Rate> rates, int productClass, TaxPlace place) {
        BigDecimal factor = BigDecimal.ONE;
        TreeSet<Integer> priorities =
                new TreeSet<>(rules.stream().map(TaxRule::priority).toList());
        for (int priority : priorities) {
            BigDecimal before = factor;
            for (TaxRule rule : rules) {
                if (rule.priority() != priority
                        || !rule.customerTaxClassIds().contains(1)
                        || !rule.productTaxClassIds().contains(productClass)) {
                    continue;
                }
                Optional<TaxTable.Rate> nearest = rates.stream()
                        .filter(rate -> rule.taxRateIds().contains(rate.id()))
                        .filter(rate -> rate.countryId().equals(place.countryId()))
                        .filter(rate -> rate.regionId() == 0 || rate.regionId() == place.regionId())
                        .filter(rate -> rate.postcode().matches(PostcodePattern.form(place.postcode())))
                        .min(Comparator.comparingInt((TaxTable.Rate rate) -> rate.regionId() == 0 ? 1 : 0)
                                .thenComparing(TaxTable.Rate::postcode)
                                .thenComparing(rate -> rate.percent().negate()));
                if (nearest.isPresent()) {
                    BigDecimal of = rule.calculateSubtotal() ? BigDecimal.ONE : before;
                    factor = factor.add(of.multiply(nearest.get().percent()).movePointLeft(2));
                }
            }
        }
        return factor.subtract(BigDecimal.ONE).movePointRight(2);
    }

    private static TaxTable.Rate anyRate(int id, Random random) {
        PostcodePattern postcode = random.nextInt(4) == 0
                ? PostcodePattern.of("", 1 + random.nextInt(12), 12 + random.nextInt(200))
                : PostcodePattern.of(
                        List.of("*", "1*", "12*", "12", "123", "12-3").get(random.nextInt(6)), null, null);
        return new TaxTable.Rate(
                id,
                random.nextInt(4) == 0 ? "DE" : "US",
                random.nextInt(3),
                postcode,
                BigDecimal.valueOf(random.nextInt(250_000), 4));
    }

    private static List<Integer> some(Random random, int most) {
        return IntStream.rangeClosed(1, most)
                .filter(_ -> random.nextInt(3) > 0)
                .boxed()
                .toList();
    }

    private static String percent(List<TaxTable.Rate> rates, TaxRule... rules) {
        return new TaxTable(List.of(rules), rates)
                .percents(1, Set.of(1), BEVERLY_HILLS)
                .get(1)
                .percent()
                .toPlainString();
    }

    private static TaxRule rule(int id, int priority, boolean subtotal, int... rates) {
        return new TaxRule(
                id,
                "rule",
                priority,
                0,
                subtotal,
                List.of(1),
                List.of(1),
                IntStream.of(rates).boxed().toList());
    }

    private static TaxTable.Rate rate(int id, int region, String postcode, String percent) {
        return new TaxTable.Rate(id, "US", region, PostcodePattern.of(postcode, null, null), new BigDecimal(percent));
    }

    private static TaxTable.Rate range(int id, int region, int from, int to, String percent) {
        return new TaxTable.Rate(
                id, "US", region, PostcodePattern.of(from + "-" + to, from, to), new BigDecimal(percent));
    }
}
