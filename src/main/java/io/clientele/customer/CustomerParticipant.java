package io.clientele.customer;

import java.util.List;

/** Joins the transaction that deletes customers, for features that keep something of them. */
public interface CustomerParticipant {

    void deleting(List<Customer> customers);
}
