package io.clientele.shared;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A small part of the database held in memory, always whole and never changed in place: readers take it without any
 * statement. {@link Snapshots} replaces it when its revision in the database has moved.
 */
public final class Snapshot<T> {

    /** Reads the whole of a snapshot in one transaction, and writes nothing. */
    @FunctionalInterface
    public interface Loader<T> {
        T load(Connection connection) throws SQLException;
    }

    private record Loaded<T>(long revision, T value) {}

    private final Snapshots owner;
    private final String name;
    private final Loader<T> loader;
    private volatile @Nullable Loaded<T> loaded;
    private volatile long skipped = -1;

    Snapshot(Snapshots owner, String name, Loader<T> loader) {
        this.owner = owner;
        this.name = name;
        this.loader = loader;
    }

    /**
     * The state as it was last read. A database that is gone does not matter once it has been read.
     *
     * @throws Refusal unavailable, when it could not be read even once
     */
    public T get() {
        Loaded<T> current = loaded;
        if (current == null) {
            owner.refresh();
            current = loaded;
        }
        if (current == null) {
            throw Refusal.of(RefusalKind.UNAVAILABLE, "The service is not ready yet. Please try again later.");
        }
        return current.value();
    }

    /** The state as it is now: what any instance has committed before is in it, unless the database is slow to answer. */
    public T fresh() {
        owner.refresh();
        return get();
    }

    /**
     * Says that the transaction in hand changes what the snapshot shows. After its commit this instance reads the new
     * state before the call returns, every other one within a second. Until the transaction ends, others that change
     * the same snapshot wait.
     */
    public void changed() {
        owner.changed(name);
    }

    /** Like {@link #changed()}, and gives the state as the transaction in hand sees it, which nobody else can move now. */
    public T changing() {
        owner.changed(name);
        return owner.read(loader);
    }

    String name() {
        return name;
    }

    boolean isAt(long revision) {
        Loaded<T> current = loaded;
        return skipped == revision || (current != null && current.revision() == revision);
    }

    void skip(long revision) {
        skipped = revision;
    }

    void load(Connection connection, long revision) throws SQLException {
        loaded = new Loaded<>(revision, loader.load(connection));
    }
}
