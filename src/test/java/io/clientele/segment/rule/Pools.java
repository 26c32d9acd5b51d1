package io.clientele.segment.rule;

import io.clientele.segment.rule.Known.KnownAttribute;
import io.clientele.segment.rule.tree.ValueType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** What random rules take their names and values from. */
record Pools(
        List<KnownAttribute> customerAttributes,
        List<KnownAttribute> addressAttributes,
        List<String> productAttributes,
        List<Integer> groups,
        List<Integer> websites,
        List<Integer> stores,
        List<Integer> regions,
        List<Integer> categories,
        List<String> countries,
        List<String> statuses,
        List<Long> segments,
        List<String> texts,
        List<BigDecimal> numbers,
        List<LocalDate> days) {

    /** Names that look like keywords, and texts that would end others if nobody minded them. */
    static Pools hostile() {
        return new Pools(
                List.of(
                        attribute("nickname", ValueType.TEXT),
                        attribute("since", ValueType.DATE),
                        attribute("is_vip", ValueType.YES_NO),
                        attribute("photo", ValueType.FILE),
                        chosen("size", ValueType.SELECT),
                        chosen("hobbies", ValueType.SET)),
                List.of(attribute("floor", ValueType.TEXT), chosen("lift", ValueType.SELECT)),
                List.of("colour", "and", "last", "not", "weight_kg"),
                List.of(0, 1, 2, 3),
                List.of(1, 2),
                List.of(1, 2, 3),
                List.of(1, 12, 57),
                List.of(3, 4, 12),
                List.of("FR", "DE", "NO", "IN", "IS", "TO"),
                List.of("complete", "on hold", "and", "true", "0", "007", "a,b", "\"x\"", "1.50", "2026-01-31"),
                List.of(1L, 7L, 12L),
                List.of(
                        "a",
                        "75",
                        "yes",
                        "O'Hara; drop table customer --",
                        "%_\\",
                        "\"quoted\" and (more)",
                        "Ünïcödé 😀",
                        "line\nfeed\ttab\u2028\u0001",
                        "$1::jsonb @? '$.x'",
                        " blanks ",
                        "-5"),
                List.of(
                        BigDecimal.ZERO,
                        BigDecimal.ONE,
                        new BigDecimal("-3"),
                        new BigDecimal("99.99"),
                        new BigDecimal("0.0001"),
                        new BigDecimal("12345678901234.5")),
                List.of(LocalDate.of(1980, 2, 29), LocalDate.of(2026, 1, 31), LocalDate.of(9999, 12, 31)));
    }

    private static KnownAttribute attribute(String code, ValueType type) {
        return new KnownAttribute(code, "The " + code, type, List.of(), true);
    }

    private static KnownAttribute chosen(String code, ValueType type) {
        return new KnownAttribute(
                code,
                "The " + code,
                type,
                List.of(new RuleOption("21", "Small"), new RuleOption("22", "Large"), new RuleOption("23", "Other")),
                true);
    }
}
