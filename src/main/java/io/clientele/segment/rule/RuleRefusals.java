package io.clientele.segment.rule;

import io.clientele.pricing.Decimals;
import io.clientele.shared.Refusal;
import io.clientele.shared.RefusalKind;
import java.util.List;

/** The refusals around rules. Each says where: with a path in JSON, with a column in the text form. */
final class RuleRefusals {

    private RuleRefusals() {}

    static Refusal notAnObject(Place place) {
        return at(place, "A condition is an object.");
    }

    static Refusal notAList(Place place) {
        return at(place, "A list is expected.");
    }

    static Refusal missing(Place place, String property) {
        return at(place.missing(property), "The property \"%property\" is missing.")
                .with("property", property);
    }

    static Refusal unknownProperty(Place place, String property, String type) {
        return at(place, "The condition \"%type\" has no property \"%property\".")
                .with("type", named(type))
                .with("property", named(property));
    }

    static Refusal unknownCondition(Place place, String type) {
        return at(place, "There is no condition \"%type\".").with("type", named(type));
    }

    /** @param type of the condition whose tests they are */
    static Refusal unknownField(Place place, String field, String type) {
        return at(place, "The condition \"%type\" has no field \"%field\".")
                .with("type", type)
                .with("field", named(field));
    }

    static Refusal nestedTests(Place place) {
        return at(place, "What is tested in a condition cannot be combined any further.");
    }

    static Refusal unknownAttribute(Place place, String code) {
        return at(place, "There is no attribute \"%code\".").with("code", named(code));
    }

    static Refusal attributeNotForSegments(Place place, String code) {
        return at(place, "The attribute \"%code\" is not used for customer segments.")
                .with("code", code);
    }

    static Refusal notForVisitors(Place place, String type) {
        return at(place, "Segments of visitors do not have the condition \"%type\".")
                .with("type", type);
    }

    static Refusal unknownOperator(Place place, String operator) {
        return at(place, "There is no operator \"%operator\".").with("operator", named(operator));
    }

    static Refusal wrongOperator(Place place, String operator, String field, List<String> operators) {
        return at(place, "The operator \"%operator\" is not one of those that \"%field\" has: %operators.")
                .with("operator", operator)
                .with("field", field)
                .with("operators", String.join(", ", operators));
    }

    /** @param expected what would be right, in words */
    static Refusal wrongValue(Place place, Object value, String expected) {
        return at(place, "The value \"%value\" is not %expected.")
                .with("value", named(String.valueOf(value)))
                .with("expected", expected);
    }

    static Refusal unknownValue(Place place, Object value, String field) {
        return at(place, "There is no \"%value\" that \"%field\" could be.")
                .with("value", named(String.valueOf(value)))
                .with("field", field);
    }

    static Refusal emptyText(Place place) {
        return at(place, "An empty text is compared with the operator is_empty.");
    }

    static Refusal emptyList(Place place) {
        return at(place, "The list is empty.");
    }

    static Refusal emptyAny(Place place) {
        return at(place, "Where any condition will do, there must be one.");
    }

    static Refusal backwards(Place place) {
        return at(place, "The first bound must not lie behind the second.");
    }

    static Refusal wrongPeriod(Place place) {
        return at(place, "A period has last_days, or from_days_ago and to_days_ago, or from or to or both.");
    }

    static Refusal wrongRank(Place place) {
        return at(place, "A rank has exactly one of top_percent, bottom_percent and quantile.");
    }

    static Refusal tooDeep(Place place) {
        return tooLarge(place, "Conditions cannot stand more than %max deep in each other.", RuleLimits.DEPTH);
    }

    static Refusal tooManyConditions(Place place) {
        return tooLarge(place, "A rule cannot have more than %max conditions.", RuleLimits.CONDITIONS);
    }

    static Refusal tooManyValues(Place place) {
        return tooLarge(place, "A list cannot have more than %max values.", RuleLimits.VALUES);
    }

    /** @param expected what could stand here, in words */
    static Refusal unexpected(Place place, String found, String expected) {
        return at(place, "Found \"%found\" where %expected should be.")
                .with("found", named(found))
                .with("expected", expected);
    }

    static Refusal ended(Place place, String expected) {
        return at(place, "The rule ends where %expected should be.").with("expected", expected);
    }

    static Refusal openText(Place place) {
        return at(place, "The text that begins here has no end.");
    }

    static Refusal unknownSign(Place place, String sign) {
        return at(place, "The sign \"%sign\" has no meaning here.").with("sign", sign);
    }

    private static Refusal tooLarge(Place place, String template, int max) {
        return placed(RefusalKind.UNPROCESSABLE, place, template).with("max", max);
    }

    private static Refusal at(Place place, String template) {
        return placed(RefusalKind.INPUT, place, template);
    }

    private static Refusal placed(RefusalKind kind, Place place, String template) {
        return switch (place) {
            case Place.InJson json ->
                Refusal.of(kind, template + " Path: %path.").with("path", json.path());
            case Place.InText text ->
                Refusal.of(kind, template + " Column: %column.").with("column", text.column());
        };
    }

    private static String named(String sent) {
        return Decimals.named(sent);
    }
}
