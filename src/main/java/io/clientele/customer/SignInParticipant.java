package io.clientele.customer;

/** Hears of customers who have signed in themselves. */
public interface SignInParticipant {

    void signedIn(long customerId);
}
