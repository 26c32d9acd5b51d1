package io.clientele.shared;

import jakarta.enterprise.context.RequestScoped;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The version that the thing in hand must have for the request to change it. An edge says what its caller demands, and
 * the service that changes the thing asks once it holds the lock: nobody can come between the question and the write.
 */
@RequestScoped
public class ExpectedVersion {

    private @Nullable Set<String> versions;
    private boolean any;

    /** Demands one of the versions; an empty set is met by none. */
    public void demand(Set<String> versions) {
        this.versions = Set.copyOf(versions);
        this.any = false;
    }

    /** Demands the version, or nothing when it is null. Whatever was demanded before is forgotten. */
    public void demandIfGiven(@Nullable String version) {
        this.versions = version == null ? null : Set.of(version);
        this.any = false;
    }

    /** Demands that the thing is there, whatever its version. */
    public void demandExisting() {
        this.versions = null;
        this.any = true;
    }

    /** Whether the thing's version matters, so that what belongs to it must be locked too. */
    public boolean isDemanded() {
        return versions != null;
    }

    /**
     * To be called with the thing locked and not yet changed. What was demanded holds for the first thing that is asked
     * about: the one that the request names.
     *
     * @param current reads the thing; called only when its version matters
     * @throws Refusal when it is not as the caller expects
     */
    public void check(Supplier<?> current) {
        Set<String> expected = versions;
        versions = null;
        any = false;
        if (expected != null && !expected.contains(Version.of(current.get()))) {
            throw Refusals.changedMeanwhile();
        }
    }

    /** To be called before the thing is made, because there is none. */
    public void checkAbsent() {
        if (any || versions != null) {
            throw Refusals.changedMeanwhile();
        }
    }
}
