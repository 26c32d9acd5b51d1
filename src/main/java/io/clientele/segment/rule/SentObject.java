package io.clientele.segment.rule;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A condition as it was sent, whose properties are asked for; in the end none must be left that nobody asked for. */
final class SentObject {

    private final Sent.Members sent;
    private final Set<String> asked = new HashSet<>();

    private SentObject(Sent.Members sent) {
        this.sent = sent;
    }

    /** @throws io.clientele.shared.Refusal when it is no object */
    static SentObject of(Sent sent) {
        if (sent instanceof Sent.Members members) {
            return new SentObject(members);
        }
        throw RuleRefusals.notAnObject(sent.place());
    }

    Place place() {
        return sent.place();
    }

    /** Where the property stands, or where it is missing. */
    Place place(String name) {
        Sent property = sent.members().get(name);
        return property == null ? sent.place().missing(name) : property.place();
    }

    @Nullable
    Sent find(String name) {
        asked.add(name);
        return sent.members().get(name);
    }

    boolean has(String name) {
        return sent.members().containsKey(name);
    }

    Sent required(String name) {
        Sent property = find(name);
        if (property == null) {
            throw RuleRefusals.missing(sent.place(), name);
        }
        return property;
    }

    String text(String name) {
        return SentValue.text(required(name));
    }

    boolean flag(String name, boolean otherwise) {
        Sent property = find(name);
        return property == null ? otherwise : SentValue.flag(property);
    }

    /** One of the constants; the first of them when there is a default. */
    <E extends Enum<E>> E constant(String name, Class<E> type, @Nullable E otherwise) {
        Sent property = otherwise == null ? required(name) : find(name);
        return property == null ? Objects.requireNonNull(otherwise) : SentValue.constant(property, type);
    }

    /** The elements of a list; none when it is missing. */
    List<Sent> items(String name) {
        return Optional.ofNullable(find(name)).map(SentValue::items).orElse(List.of());
    }

    /** @throws io.clientele.shared.Refusal when there are properties that the condition does not have */
    void done(String type) {
        sent.members().forEach((name, property) -> {
            if (!asked.contains(name)) {
                throw RuleRefusals.unknownProperty(property.place(), name, type);
            }
        });
    }
}
