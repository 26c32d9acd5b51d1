package io.clientele.group;

/** Knows which group a customer is in; implemented where customers are. */
public interface CallerGroup {

    int groupOf(long customerId);
}
