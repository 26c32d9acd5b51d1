package io.clientele.attribute;

/** A say before an option is removed, of whoever keeps values. Nothing has been written yet. */
public interface AttributeGuard {

    /** Whether some value names the option; then it cannot be removed. */
    boolean usesOption(Attribute attribute, AttributeOption option);
}
