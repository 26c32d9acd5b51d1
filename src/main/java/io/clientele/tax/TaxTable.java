package io.clientele.tax;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All rules with their rates, laid out for the question what applies in a place. Of the rates of one rule that fit the
 * place only one counts: that of the region before that of the whole country, then the one with the narrower postcodes,
 * then the higher, then the older.
 */
final class TaxTable {

    private static final BigDecimal HUNDRED = new BigDecimal(100);

    /** A rate that a rule uses. */
    record Rate(int id, String countryId, int regionId, PostcodePattern postcode, BigDecimal percent) {}

    private static final Comparator<Rate> BEST_FIRST = Comparator.comparingInt(
                    (Rate rate) -> rate.regionId() == 0 ? 1 : 0)
            .thenComparing(Rate::postcode)
            .thenComparing(Comparator.comparing(Rate::percent).reversed())
            .thenComparingInt(Rate::id);

    private record Area(String countryId, int regionId) {}

    /** The rates of one area: single postcodes are looked up, the others tried. */
    private record Rates(Map<String, List<Rate>> single, List<Rate> others) {

        void matching(String form, Collection<Rate> found) {
            found.addAll(single.getOrDefault(form, List.of()));
            String head = PostcodePattern.head(form);
            if (!head.equals(form)) {
                found.addAll(single.getOrDefault(head, List.of()));
            }
            others.stream().filter(rate -> rate.postcode().matches(form)).forEach(found::add);
        }
    }

    private record Rule(
            int id,
            int priority,
            boolean calculateSubtotal,
            Set<Integer> customerClasses,
            Set<Integer> productClasses) {

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Rule rule && rule.id == id;
        }

        @Override
        public int hashCode() {
            return id;
        }
    }

    private final Map<Area, Rates> areas = new HashMap<>();
    private final Map<Integer, List<Rule>> rulesOfRate = new HashMap<>();
    private final Set<Integer> productClasses = new HashSet<>();

    TaxTable(Collection<TaxRule> rules, Collection<Rate> rates) {
        for (TaxRule rule : rules) {
            productClasses.addAll(rule.productTaxClassIds());
            Rule kept = new Rule(
                    rule.id(),
                    rule.priority(),
                    rule.calculateSubtotal(),
                    new HashSet<>(rule.customerTaxClassIds()),
                    new HashSet<>(rule.productTaxClassIds()));
            rule.taxRateIds()
                    .forEach(id -> rulesOfRate
                            .computeIfAbsent(id, _ -> new ArrayList<>())
                            .add(kept));
        }
        for (Rate rate : rates) {
            Rates area = areas.computeIfAbsent(
                    new Area(rate.countryId(), rate.regionId()), _ -> new Rates(new HashMap<>(), new ArrayList<>()));
            if (rate.postcode().isSingle()) {
                area.single()
                        .computeIfAbsent(rate.postcode().text(), _ -> new ArrayList<>())
                        .add(rate);
            } else {
                area.others().add(rate);
            }
        }
    }

    /** The classes of products that a rule names. */
    Set<Integer> productClasses() {
        return productClasses;
    }

    /** The percentage for each of the product classes. */
    Map<Integer, TaxPercent> percents(int customerClass, Set<Integer> productClasses, TaxPlace place) {
        Map<Rule, BigDecimal> counting = counting(customerClass, place);
        Map<Integer, TaxPercent> percents = new HashMap<>();
        productClasses.forEach(productClass -> percents.put(productClass, percent(counting, productClass)));
        return percents;
    }

    /** The rules for the customers that have a rate in the place, each with its percentage. */
    private Map<Rule, BigDecimal> counting(int customerClass, TaxPlace place) {
        List<Rate> fitting = new ArrayList<>();
        String form = PostcodePattern.form(place.postcode());
        matching(new Area(place.countryId(), 0), form, fitting);
        if (place.regionId() != 0) {
            matching(new Area(place.countryId(), place.regionId()), form, fitting);
        }
        fitting.sort(BEST_FIRST);
        Map<Rule, BigDecimal> counting = new HashMap<>();
        for (Rate rate : fitting) {
            for (Rule rule : rulesOfRate.getOrDefault(rate.id(), List.of())) {
                if (rule.customerClasses().contains(customerClass)) {
                    counting.putIfAbsent(rule, rate.percent());
                }
            }
        }
        return counting;
    }

    private void matching(Area area, String form, Collection<Rate> found) {
        Rates rates = areas.get(area);
        if (rates != null) {
            rates.matching(form, found);
        }
    }

    private static TaxPercent percent(Map<Rule, BigDecimal> counting, int productClass) {
        // By priority: what is of the price alone, and what is of the price with the taxes before.
        Map<Integer, BigDecimal[]> sums = new TreeMap<>();
        counting.forEach((rule, percent) -> {
            if (rule.productClasses().contains(productClass)) {
                BigDecimal[] pair =
                        sums.computeIfAbsent(rule.priority(), _ -> new BigDecimal[] {BigDecimal.ZERO, BigDecimal.ZERO});
                int kind = rule.calculateSubtotal() ? 0 : 1;
                pair[kind] = pair[kind].add(percent);
            }
        });
        BigDecimal total = BigDecimal.ZERO;
        for (BigDecimal[] pair : sums.values()) {
            BigDecimal compound =
                    pair[1].multiply(HUNDRED.add(total), MathContext.DECIMAL128).movePointLeft(2);
            total = total.add(pair[0]).add(compound);
        }
        return sums.isEmpty() ? TaxPercent.NONE : new TaxPercent(total);
    }
}
