package io.clientele.segment.rule;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.segment.rule.tree.ApplyTo;
import io.clientele.segment.rule.tree.Rule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The language of rules: reads them, shows them, and tells what they name. */
@ApplicationScoped
public class Rules {

    private final InstalledThings installed;

    @Inject
    Rules(InstalledThings installed) {
        this.installed = installed;
    }

    /**
     * Reads a rule and checks all that it names but other segments.
     *
     * @param sent an object, or a text in the text form
     * @throws io.clientele.shared.Refusal with the path, or the column of the text form, of what is wrong first
     */
    public Rule read(JsonNode sent, ApplyTo applyTo) {
        return RuleReader.read(sent(sent), installed, applyTo);
    }

    /** Reads a rule that was checked when it was saved; attributes and groups that it names may be gone since. */
    public Rule stored(JsonNode json) {
        return RuleReader.read(sent(json), new StoredKnown(installed), ApplyTo.BOTH);
    }

    private static Sent sent(JsonNode sent) {
        return sent.isTextual() ? TextReader.read(sent.asText()) : JsonSent.of(sent);
    }

    /** The rule as an object, with all that has a default; reading it gives the same rule. */
    public JsonNode json(Rule rule) {
        return RuleJson.of(rule.root());
    }

    /** The rule in one line; reading it gives the same rule. */
    public String text(Rule rule) {
        return RuleText.of(rule);
    }

    /** The kinds of facts that the rule reads. */
    public Set<FactKind> reads(Rule rule) {
        return RuleFacts.reads(rule.root());
    }

    /** The ids of the segments that the rule names. */
    public Set<Long> segments(Rule rule) {
        return RuleFacts.segments(rule.root());
    }

    /** Whether the answer for somebody can change without any fact changing. */
    public boolean movesWithTime(Rule rule) {
        return RuleFacts.movesWithTime(rule.root());
    }

    /** Whether a fact of one customer can change the answer for another. */
    public boolean comparesCustomers(Rule rule) {
        return RuleFacts.comparesCustomers(rule.root());
    }

    /** What rules of such segments can have, with operators, options and meaning: what an editor is built from. */
    public List<ConditionType> conditionTypes(ApplyTo applyTo) {
        return new ConditionTypes(installed, applyTo).all();
    }

    /** The JSON Schema (2020-12) of rules, with the attributes, groups and countries there are now. */
    public Map<String, Object> schema() {
        return new RuleSchema(installed).schema();
    }
}
