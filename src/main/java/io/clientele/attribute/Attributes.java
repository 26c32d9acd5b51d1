package io.clientele.attribute;

import io.clientele.shared.Snapshot;
import io.clientele.shared.Snapshots;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * All attributes, read from memory: at most a second old where another instance changed them. Lists are in the order of
 * the attributes' sort order, then of their ids.
 */
@ApplicationScoped
public class Attributes {

    private final Supplier<AttributeState> state;
    private final Supplier<AttributeState> changing;

    @Inject
    Attributes(Snapshots snapshots) {
        this(snapshots.of("attribute", AttributeRepository::state));
    }

    private Attributes(Snapshot<AttributeState> snapshot) {
        this(snapshot::get, snapshot::changing);
    }

    Attributes(Supplier<AttributeState> state, Supplier<AttributeState> changing) {
        this.state = state;
        this.changing = changing;
    }

    /** The attributes the merchant defined. */
    public List<Attribute> custom(AttributeOwner owner) {
        return state.get().custom(owner);
    }

    /** All of them, the built-in ones included. */
    public List<Attribute> all(AttributeOwner owner) {
        return state.get().all(owner);
    }

    /** The attribute with exactly that code, built-in or not. */
    public Optional<Attribute> find(AttributeOwner owner, String code) {
        return state.get().find(owner, code);
    }

    /** Another number whenever the merchant's attributes have changed. */
    public long revision() {
        return state.get().revision();
    }

    /** To be called in every transaction that changes attributes; gives them as they are, and nobody else moves them. */
    AttributeState changing() {
        return changing.get();
    }
}
