package io.clientele.segment.rule;

import io.clientele.attribute.AttributeOwner;
import io.clientele.segment.rule.tree.Choices;
import io.clientele.segment.rule.tree.ValueType;
import java.util.List;
import java.util.Optional;

/** What an installation has that rules can name. */
interface Known {

    /** An attribute that the merchant defined. */
    Optional<KnownAttribute> attribute(AttributeOwner owner, String code);

    /** Those that may be used in rules. */
    List<KnownAttribute> attributes(AttributeOwner owner);

    /** What can be chosen, for a front end to show; empty where it is free or too much to list. */
    List<RuleOption> options(Choices choices);

    /** Whether there is such a thing; its number or its code. */
    boolean has(Choices choices, String value);

    /**
     * An attribute as rules see it.
     *
     * @param options what its values can be; empty for all that have none
     */
    record KnownAttribute(String code, String label, ValueType type, List<RuleOption> options, boolean forSegments) {}
}
