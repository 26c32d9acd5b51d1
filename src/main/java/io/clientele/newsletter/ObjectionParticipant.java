package io.clientele.newsletter;

/** Lets whoever keeps objections hear that a person has taken one back, in the transaction of the wish for the newsletter. */
public interface ObjectionParticipant {

    /** The customer, who objected to marketing, wants the newsletter again. */
    void withdrawn(long customerId);
}
