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

    private record Key(AttributeOwner entity, String code) {}

    private final long revision;
    private final Map<AttributeOwner, List<Attribute>> custom = new HashMap<>();
    private final Map<AttributeOwner, List<Attribute>> all = new HashMap<>();
    private final Map<Key, Attribute> byCode = new HashMap<>();

    AttributeState(long revision, List<Attribute> builtIn, List<Attribute> defined) {
        this.revision = revision;
        for (AttributeOwner entity : AttributeOwner.values()) {
            custom.put(entity, of(entity, defined.stream()));
            all.put(entity, of(entity, Stream.concat(builtIn.stream(), defined.stream())));
        }
        Stream.concat(defined.stream(), builtIn.stream())
                .forEach(attribute -> byCode.put(new Key(attribute.entity(), attribute.code()), attribute));
    }

    private static List<Attribute> of(AttributeOwner entity, Stream<Attribute> attributes) {
        return attributes
                .filter(attribute -> attribute.entity() == entity)
                .sorted(ORDER)
                .toList();
    }

    long revision() {
        return revision;
    }

    List<Attribute> custom(AttributeOwner entity) {
        return custom.getOrDefault(entity, List.of());
    }

    List<Attribute> all(AttributeOwner entity) {
        return all.getOrDefault(entity, List.of());
    }

    Optional<Attribute> find(AttributeOwner entity, String code) {
        return Optional.ofNullable(byCode.get(new Key(entity, code)));
    }
}
