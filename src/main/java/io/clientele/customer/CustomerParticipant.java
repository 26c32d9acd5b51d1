package io.clientele.customer;

/** Joins the transaction that deletes a customer, for features that keep something of the customer. */
public interface CustomerParticipant {

    void deleting(Customer customer);
}
