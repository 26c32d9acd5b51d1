package io.clientele.access;

/** Says where a customer's account counts. The feature that owns account sharing implements it. */
public interface SharingScope {

    /** Whether an account of the one website is good on the other. */
    boolean includes(int accountWebsiteId, int currentWebsiteId);
}
