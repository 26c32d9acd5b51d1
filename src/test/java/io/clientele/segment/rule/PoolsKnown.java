package io.clientele.segment.rule;

import io.clientele.attribute.AttributeOwner;
import io.clientele.segment.rule.tree.Choices;
import io.clientele.segment.rule.tree.ValueType;
import java.util.List;
import java.util.Optional;

/** An installation that has exactly what is in the pools, and an attribute that is not for segments. */
record PoolsKnown(Pools pools) implements Known {

    static final String UNFLAGGED = "secret";

    @Override
    public Optional<KnownAttribute> attribute(AttributeOwner owner, String code) {
        if (code.equals(UNFLAGGED)) {
            return Optional.of(new KnownAttribute(code, code, ValueType.TEXT, List.of(), false));
        }
        return attributes(owner).stream()
                .filter(each -> each.code().equals(code))
                .findFirst();
    }

    @Override
    public List<KnownAttribute> attributes(AttributeOwner owner) {
        return owner == AttributeOwner.CUSTOMER ? pools.customerAttributes() : pools.addressAttributes();
    }

    @Override
    public List<RuleOption> options(Choices choices) {
        return switch (choices) {
            case FREE, SEGMENTS, OPTIONS, REGIONS -> List.of();
            case GENDERS -> RuleOption.genders();
            case GROUPS -> numbers(pools.groups());
            case WEBSITES -> numbers(pools.websites());
            case STORES -> numbers(pools.stores());
            case COUNTRIES ->
                pools.countries().stream()
                        .map(code -> new RuleOption(code, code))
                        .toList();
        };
    }

    private static List<RuleOption> numbers(List<Integer> ids) {
        return ids.stream().map(id -> RuleOption.of(id, "Number " + id)).toList();
    }

    @Override
    public boolean has(Choices choices, String value) {
        return switch (choices) {
            case FREE, SEGMENTS, OPTIONS -> true;
            case GENDERS -> List.of("1", "2", "3").contains(value);
            case GROUPS -> pools.groups().contains(Integer.valueOf(value));
            case WEBSITES -> pools.websites().contains(Integer.valueOf(value));
            case STORES -> pools.stores().contains(Integer.valueOf(value));
            case COUNTRIES -> pools.countries().contains(value);
            case REGIONS -> pools.regions().contains(Integer.valueOf(value));
        };
    }
}
