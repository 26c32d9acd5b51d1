package io.clientele.segment.rule;

import java.util.List;

/**
 * What a condition, or a test in one, can be, for a front end to build an editor from.
 *
 * @param type as JSON names it; {@code attribute.*} stands for any code of an attribute of products
 * @param text how the text form begins it
 * @param group where it belongs
 * @param sentence what it means
 * @param applyTo the segments that have it
 * @param valueType what it is compared with; empty for what is not compared
 * @param operators in the order in which they are offered
 * @param options what the value can be; empty when it is free
 * @param properties what else it has
 * @param conditions what can be tested in it; empty for what has no tests, and for combinations, which take every condition
 */
public record ConditionType(
        String type,
        String text,
        String group,
        String sentence,
        List<String> applyTo,
        String valueType,
        List<OfferedOperator> operators,
        List<RuleOption> options,
        List<Property> properties,
        List<ConditionType> conditions) {

    /**
     * An operator.
     *
     * @param sign the contract's, which is understood too; empty where it has none
     * @param value what is compared with: {@code one} value, a {@code list}, {@code two} bounds, a number of {@code days}, or {@code flag}
     */
    public record OfferedOperator(String operator, String sign, String value) {}

    /**
     * A property of a condition.
     *
     * @param valueType {@code select}, {@code number}, {@code yes_no}, {@code text_list}, {@code period} or
     *     {@code conditions}
     */
    public record Property(
            String name, boolean required, String valueType, List<RuleOption> options, String sentence) {}
}
