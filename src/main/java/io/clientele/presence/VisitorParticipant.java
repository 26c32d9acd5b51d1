package io.clientele.presence;

/** Joins the transaction in which a visitor turns out to be a customer, to take what the visitor did along. */
public interface VisitorParticipant {

    void becameCustomer(long visitorId, long customerId);
}
