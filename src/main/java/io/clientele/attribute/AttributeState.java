package io.clientele.attribute;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All attributes at one moment. */
final class AttributeState {

    private static final Comparator<Attribute> ORDER =
            Comparator.comparingInt(Attribute::sortOrder).thenComparingInt(Attribute::id);

    private record Key(AttributeOwner owner, String code) {}

    private final long revision;
    private final Map<AttributeOwner, List<Attribute>> custom = new HashMap<>();
    private final Map<AttributeOwner, List<Attribute>> all = new HashMap<>();
    private final Map<Key, Attribute> byCode = new HashMap<>();

    AttributeState(long revision, List<Attribute> builtIn, List<Attribute> defined) {
        this.revision = revision;
        for (AttributeOwner owner : AttributeOwner.values()) {
            custom.put(owner, of(owner, defined.stream()));
            all.put(owner, of(owner, Stream.concat(builtIn.stream(), defined.stream())));
        }
        Stream.concat(defined.stream(), builtIn.stream())
                .forEach(attribute -> byCode.put(new Key(attribute.owner(), attribute.code()), attribute));
    }

    private static List<Attribute> of(AttributeOwner owner, Stream<Attribute> attributes) {
        return attributes
                .filter(attribute -> attribute.owner() == owner)
                .sorted(ORDER)
                .toList();
    }

    long revision() {
        return revision;
    }

    List<Attribute> custom(AttributeOwner owner) {
        return custom.getOrDefault(owner, List.of());
    }

    List<Attribute> all(AttributeOwner owner) {
        return all.getOrDefault(owner, List.of());
    }

    Optional<Attribute> find(AttributeOwner owner, String code) {
        return Optional.ofNullable(byCode.get(new Key(owner, code)));
    }
}
