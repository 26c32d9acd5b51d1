package io.clientele.customer.graphql;

import io.clientele.customer.Customer;
import org.eclipse.microprofile.graphql.Name;

/** What creating and changing a customer answers. */
@Name("CustomerOutput")
public record CustomerOutput(CustomerNode customer) {

    static CustomerOutput of(Customer customer) {
        return new CustomerOutput(CustomerNode.of(customer));
    }
}
