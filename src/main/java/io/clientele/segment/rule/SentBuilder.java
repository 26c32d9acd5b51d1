package io.clientele.segment.rule;

import io.clientele.segment.rule.tree.Condition;
import io.clientele.segment.rule.tree.ConditionKind;
import io.clientele.segment.rule.tree.Words;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes of the text form what JSON would have sent. */
final class SentBuilder {

    private final Place place;
    private final Map<String, Sent> members = new LinkedHashMap<>();

    SentBuilder(Place place) {
        this.place = place;
    }

    static SentBuilder of(Token token, ConditionKind kind) {
        return new SentBuilder(token.place()).with(RuleReader.TYPE, kind.word());
    }

    /** Conditions all or any of which must be true, or false. */
    static Sent combine(Place place, Condition.Aggregator aggregator, boolean value, List<Sent> conditions) {
        return new SentBuilder(place)
                .with(RuleReader.TYPE, ConditionKind.COMBINE.word())
                .with(RuleReader.AGGREGATOR, Words.of(aggregator))
                .with(RuleReader.VALUE, value)
                .with(RuleReader.CONDITIONS, new Sent.Items(place, conditions))
                .sent();
    }

    SentBuilder with(String name, Sent value) {
        members.put(name, value);
        return this;
    }

    SentBuilder with(String name, String value) {
        return with(name, new Sent.Scalar(place, value));
    }

    SentBuilder with(String name, boolean value) {
        return with(name, new Sent.Scalar(place, value));
    }

    SentBuilder with(String name, Token token, String value) {
        return with(name, new Sent.Scalar(token.place(), value));
    }

    SentBuilder with(String name, Token token, BigDecimal value) {
        return with(name, new Sent.Scalar(token.place(), value));
    }

    boolean has(String name) {
        return members.containsKey(name);
    }

    Place place() {
        return place;
    }

    Sent.Members sent() {
        return new Sent.Members(place, members);
    }
}
