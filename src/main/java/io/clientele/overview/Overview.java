package io.clientele.overview;

import io.clientele.activity.history.CustomerActivity;
import io.clientele.customer.Customer;

/** A customer with all that is known of it. */
public record Overview(Customer customer, CustomerParts parts, CustomerActivity activity, CustomerHistory history) {}
