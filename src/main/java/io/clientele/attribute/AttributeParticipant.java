package io.clientele.attribute;

/** Takes part in a change of an attribute, in the same transaction: whoever keeps values or indexes them. */
public interface AttributeParticipant {

    /** Called after the attribute has been written. */
    default void created(Attribute attribute) {}

    /** Called after the change has been written; id, code and input type are the same in both. */
    default void changed(Attribute before, Attribute after) {}

    /** Called before the attribute is deleted: its values must go. */
    default void deleting(Attribute attribute) {}
}
