package io.clientele.segment.rule;

import io.clientele.attribute.AttributeOwner;
import io.clientele.segment.rule.tree.Choices;
import io.clientele.segment.rule.tree.ValueType;
import java.util.List;
import java.util.Optional;

/** For rules that were checked when they were saved: what they name may be gone by now, and they are still read. */
record StoredKnown(Known now) implements Known {

    @Override
    public Optional<KnownAttribute> attribute(AttributeOwner owner, String code) {
        KnownAttribute gone = new KnownAttribute(code, code, ValueType.ANY, List.of(), true);
        return Optional.of(now.attribute(owner, code)
                .map(found -> new KnownAttribute(code, found.label(), found.type(), List.of(), true))
                .orElse(gone));
    }

    @Override
    public List<KnownAttribute> attributes(AttributeOwner owner) {
        return now.attributes(owner);
    }

    @Override
    public List<RuleOption> options(Choices choices) {
        return now.options(choices);
    }

    @Override
    public boolean has(Choices choices, String value) {
        return true;
    }
}
