package io.clientele.customer;

import org.jspecify.annotations.Nullable;

/** Joins the transactions in which accounts begin and change, to tell their owners and to end what no longer holds. */
public interface AccountParticipant {

    /**
     * An account was made, by a person or by an administrator.
     *
     * @param hasPassword whether its owner can sign in as it is
     * @param redirectUrl where the mail's link is to lead in the end, as the caller sent it, or null
     */
    record Registration(
            Customer customer,
            boolean hasPassword,
            @Nullable String redirectUrl) {}

    /**
     * An account has another e-mail address.
     *
     * @param before the account as it was
     * @param bySelf whether its owner did it, and not an administrator
     * @param told whether its owner is mailed about it
     */
    record EmailChange(Customer before, Customer after, boolean bySelf, boolean told) {}

    default void registered(Registration registration) {}

    default void emailChanged(EmailChange change) {}

    /** The owner has changed the password. */
    default void passwordChanged(Customer customer) {}
}
