package io.clientele.pricing.quote;

import static io.clientele.pricing.quote.AnyFacts.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.pricing.PriceType;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The rule on random facts against an evaluation that only this test has, and its corners one by one. */
class EffectivePriceTest {

    private static final int RUNS = 20_000;
    private static final PriceCurrency USD = new PriceCurrency("USD", BigDecimal.ONE);
    private static final Shopper SHOPPER = new Shopper(Set.of(0, 1), 2, Set.of(), NOW);

    private final Random random = new Random(20_261_127);
    private final AnyFacts any = new AnyFacts(random);

    // --- Properties -------------------------------------------------------------------------------------------------

    @Test
    void the_rule_and_the_naive_evaluation_agree() {
        Set<PriceSource> winners = new TreeSet<>();
        for (int run = 0; run < RUNS; run++) {
            PriceFacts facts = any.facts();
            Shopper shopper = any.shopper();
            PriceCurrency currency = any.currency();
            BigDecimal quantity = any.quantity();
            Offer offer = EffectivePrice.of(facts, shopper, currency).at(quantity);
            assertThat(offer.unitPrice())
                    .as("%s of %s for %s", quantity, facts, shopper)
                    .isEqualTo(naive(facts, shopper, currency, quantity));
            winners.add(offer.source());
        }
        assertThat(winners).containsExactly(PriceSource.values());
    }

    @Test
    void a_larger_quantity_never_costs_more_per_unit_nor_with_tax() {
        for (int run = 0; run < RUNS; run++) {
            PriceCurrency currency = any.currency();
            EffectivePrice price = EffectivePrice.of(any.facts(), any.shopper(), currency);
            TaxTerms terms = new TaxTerms(percent(), random.nextBoolean(), percent(), random.nextBoolean());
            BigDecimal one = any.quantity();
            BigDecimal other = any.quantity();
            BigDecimal atLess = price.at(one.min(other)).unitPrice();
            BigDecimal atMore = price.at(one.max(other)).unitPrice();
            assertThat(atMore).isLessThanOrEqualTo(atLess);
            assertThat(terms.unit(atMore, currency).net())
                    .isLessThanOrEqualTo(terms.unit(atLess, currency).net());
            assertThat(terms.unit(atMore, currency).gross())
                    .isLessThanOrEqualTo(terms.unit(atLess, currency).gross());
        }
    }

    @Test
    void the_order_of_the_rows_does_not_matter() {
        for (int run = 0; run < RUNS; run++) {
            PriceFacts facts = any.facts();
            List<TierRow> mixed = new ArrayList<>(facts.tiers());
            Collections.shuffle(mixed, random);
            PriceFacts other = new PriceFacts(facts.base(), facts.special(), mixed);
            Shopper shopper = any.shopper();
            PriceCurrency currency = any.currency();
            BigDecimal quantity = any.quantity();
            EffectivePrice one = EffectivePrice.of(facts, shopper, currency);
            EffectivePrice two = EffectivePrice.of(other, shopper, currency);
            assertThat(two.at(quantity)).isEqualTo(one.at(quantity));
            assertThat(two.above(quantity)).isEqualTo(one.above(quantity));
            assertThat(two.tiers()).isEqualTo(one.tiers());
            assertThat(CandidatePrice.all(two, quantity)).isEqualTo(CandidatePrice.all(one, quantity));
        }
    }

    @Test
    void explain_names_one_winner_whose_price_is_the_unit_price() {
        Set<String> reasons = new TreeSet<>();
        for (int run = 0; run < RUNS; run++) {
            BigDecimal quantity = any.quantity();
            EffectivePrice price = EffectivePrice.of(any.facts(), any.shopper(), any.currency());
            List<CandidatePrice> all = CandidatePrice.all(price, quantity);
            assertThat(all).filteredOn(CandidatePrice::won).hasSize(1);
            assertThat(all.getFirst().won()).isTrue();
            assertThat(all.getFirst().offer()).isEqualTo(price.at(quantity));
            assertThat(all).hasSize(price.offers().size());
            all.forEach(each -> reasons.add(each.reason()));
        }
        assertThat(reasons)
                .containsExactlyInAnyOrder(
                        "lowest price",
                        "equal price, more specific",
                        "equal price, less specific",
                        "higher price",
                        "quantity not reached",
                        "not valid at this moment");
    }

    @Test
    void the_next_tiers_are_the_quantities_at_which_the_price_falls() {
        for (int run = 0; run < RUNS; run++) {
            EffectivePrice price = EffectivePrice.of(any.facts(), any.shopper(), any.currency());
            BigDecimal bought = any.quantity();
            List<List<BigDecimal>> falls = new ArrayList<>();
            BigDecimal last = price.at(bought).unitPrice();
            for (BigDecimal quantity : new TreeSet<>(price.offers().stream()
                    .map(offer -> offer.quantity().setScale(4))
                    .filter(quantity -> quantity.compareTo(bought) > 0)
                    .toList())) {
                BigDecimal now = price.at(quantity).unitPrice();
                if (now.compareTo(last) < 0) {
                    falls.add(List.of(quantity, now));
                    last = now;
                }
            }
            assertThat(price.above(bought).stream()
                            .map(offer -> List.of(offer.quantity().setScale(4), offer.unitPrice()))
                            .toList())
                    .isEqualTo(falls);
        }
    }

    /** All prices there are, each looked at by itself; nothing of the rule's classes but the facts. */
    private static BigDecimal naive(PriceFacts facts, Shopper shopper, PriceCurrency currency, BigDecimal quantity) {
        List<BigDecimal> prices = new ArrayList<>(List.of(facts.base()));
        Stream.ofNullable(facts.special())
                .filter(special -> special.from() == null || special.from().compareTo(NOW) <= 0)
                .filter(special -> special.to() == null || special.to().compareTo(NOW) > 0)
                .forEach(special -> prices.add(special.price()));
        for (TierRow row : facts.tiers()) {
            boolean website = shopper.websites().contains(row.websiteId());
            boolean group = row.groupId() == null || row.groupId().equals(shopper.groupId());
            boolean segment = row.segmentId() == null || shopper.segments().contains(row.segmentId());
            boolean begun = row.from() == null || row.from().compareTo(NOW) <= 0;
            boolean over = row.to() != null && row.to().compareTo(NOW) <= 0;
            boolean reached = quantity.subtract(row.quantity()).signum() >= 0;
            if (website && group && segment && begun && !over && reached) {
                prices.add(
                        row.kind() == PriceType.FIXED
                                ? row.value()
                                : facts.base()
                                        .subtract(facts.base()
                                                .multiply(row.value())
                                                .divide(BigDecimal.valueOf(100), MathContext.UNLIMITED)));
            }
        }
        int digits = switch (currency.code()) {
            case "JPY" -> 0;
            case "KWD" -> 3;
            default -> 2;
        };
        return Collections.min(prices).multiply(currency.rate()).setScale(digits, RoundingMode.HALF_UP);
    }

    private BigDecimal percent() {
        return BigDecimal.valueOf((long) random.nextInt(3) * random.nextInt(300_000), 4);
    }

    // --- Corners ----------------------------------------------------------------------------------------------------

    @Test
    void percent_is_taken_off_the_base_price_and_not_off_the_special_one() {
        PriceFacts.Special special = new PriceFacts.Special(new BigDecimal("8"), null, null);
        assertThat(price("10", special, discount("1", "25"))).isEqualTo("7.50");
        assertThat(price("10", special, discount("1", "10"))).isEqualTo("8.00");
    }

    @Test
    void a_higher_tier_at_a_larger_quantity_does_not_raise_the_price() {
        PriceFacts facts = facts("10", fixed(1, 2, "5", "7"), fixed(1, 2, "10", "8"));
        assertThat(at(facts, "10").unitPrice()).isEqualTo("7.00");
        assertThat(at(facts, "4.9999").unitPrice()).isEqualTo("10.00");
    }

    @Test
    void halves_are_rounded_up_once_and_after_the_conversion() {
        assertThat(price("9.004999", null)).isEqualTo("9.00");
        assertThat(price("9.005", null)).isEqualTo("9.01");
        PriceCurrency yen = new PriceCurrency("JPY", new BigDecimal("149.5"));
        assertThat(EffectivePrice.of(facts("0.99"), SHOPPER, yen)
                        .at(BigDecimal.ONE)
                        .unitPrice())
                .isEqualTo("148");
    }

    @Test
    void of_equal_prices_the_more_specific_row_is_named() {
        TierRow anybody = fixed(0, null, "1", "9");
        TierRow group = fixed(0, 2, "1", "9");
        TierRow website = fixed(1, null, "1", "9");
        TierRow larger = fixed(1, null, "2", "9");
        assertThat(at(facts("10", anybody, group), "2").row()).isEqualTo(group);
        assertThat(at(facts("10", group, website), "2").row()).isEqualTo(website);
        assertThat(at(facts("10", website, larger), "2").row()).isEqualTo(larger);
        PriceFacts.Special special = new PriceFacts.Special(new BigDecimal("9"), null, null);
        Offer offer = EffectivePrice.of(new PriceFacts(new BigDecimal("9"), special, List.of(anybody)), SHOPPER, USD)
                .at(BigDecimal.ONE);
        assertThat(offer.source()).isEqualTo(PriceSource.GROUP);
        assertThat(EffectivePrice.of(new PriceFacts(new BigDecimal("9"), special, List.of()), SHOPPER, USD)
                        .at(BigDecimal.ONE)
                        .source())
                .isEqualTo(PriceSource.SPECIAL);
    }

    @Test
    void of_rows_of_one_quantity_the_cheapest_stays_and_rows_of_other_quantities_all_stay() {
        PriceFacts facts = facts(
                "10",
                fixed(0, null, "5", "8"),
                fixed(1, 2, "5.0000", "9"),
                fixed(1, 2, "10", "11"),
                fixed(1, 3, "10", "1"));
        assertThat(EffectivePrice.of(facts, SHOPPER, USD).tiers())
                .extracting(offer -> offer.quantity().stripTrailingZeros().toPlainString() + " " + offer.unitPrice())
                .containsExactly("5 8.00", "10 11.00");
    }

    @Test
    void what_ends_now_is_over_and_what_begins_now_counts() {
        assertThat(price("10", new PriceFacts.Special(BigDecimal.ONE, null, NOW)))
                .isEqualTo("10.00");
        assertThat(price("10", new PriceFacts.Special(BigDecimal.ONE, NOW, NOW.plusNanos(1000))))
                .isEqualTo("1.00");
    }

    private static String price(String base, PriceFacts.@Nullable Special special, TierRow... rows) {
        PriceFacts facts = new PriceFacts(new BigDecimal(base), special, List.of(rows));
        return at(facts, "1").unitPrice().toPlainString();
    }

    private static Offer at(PriceFacts facts, String quantity) {
        return EffectivePrice.of(facts, SHOPPER, USD).at(new BigDecimal(quantity));
    }

    private static PriceFacts facts(String base, TierRow... rows) {
        return new PriceFacts(new BigDecimal(base), null, List.of(rows));
    }

    private static TierRow fixed(int website, @Nullable Integer group, String quantity, String price) {
        return new TierRow(
                website, group, new BigDecimal(quantity), PriceType.FIXED, new BigDecimal(price), null, null, null);
    }

    private static TierRow discount(String quantity, String percent) {
        return new TierRow(
                0, null, new BigDecimal(quantity), PriceType.DISCOUNT, new BigDecimal(percent), null, null, null);
    }
}
