package io.clientele.segment.rule;

import static io.clientele.segment.rule.SchemaParts.object;

import java.util.List;
import java.util.Map;

/** The JSON Schema of periods. */
final class PeriodSchema {

    private PeriodSchema() {}

    static Map<String, Object> schema() {
        return object("anyOf", List.of(last(), ago(), between()));
    }

    private static Map<String, Object> last() {
        return period(
                List.of(PeriodReader.LAST_DAYS), object(PeriodReader.LAST_DAYS, SchemaParts.whole(1, RuleLimits.DAYS)));
    }

    private static Map<String, Object> ago() {
        return period(
                List.of(PeriodReader.FROM_DAYS_AGO, PeriodReader.TO_DAYS_AGO),
                object(
                        PeriodReader.FROM_DAYS_AGO,
                        SchemaParts.whole(1, RuleLimits.DAYS),
                        PeriodReader.TO_DAYS_AGO,
                        SchemaParts.whole(0, RuleLimits.DAYS)));
    }

    private static Map<String, Object> between() {
        Map<String, Object> period =
                period(List.of(), object(PeriodReader.FROM, SchemaParts.day(), PeriodReader.TO, SchemaParts.day()));
        period.put("minProperties", 1);
        return period;
    }

    private static Map<String, Object> period(List<String> required, Map<String, Object> properties) {
        return object("type", "object", "properties", properties, "required", required, "additionalProperties", false);
    }
}
