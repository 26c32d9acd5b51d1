package io.clientele.customer;

import io.clientele.shared.Acl;
import io.clientele.shared.rest.AnswerVersion;
import jakarta.inject.Inject;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Customers by the caller's own key, for systems that keep theirs in step with ours. */
@Path("/rest/V1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Customer")
public class ExternalKeyResource {

    private final ExternalKeyService customers;
    private final AnswerVersion answer;

    @Inject
    ExternalKeyResource(ExternalKeyService customers, AnswerVersion answer) {
        this.customers = customers;
        this.answer = answer;
    }

    /** What is to hold of the customer; the key in the path wins over one in the body. */
    public record PutCustomer(CustomerBody customer) {}

    /** Makes the customer with the key, or changes what is supplied of it. */
    @PUT
    @Path("/customers/external/{externalId}")
    @Acl("Magento_Customer::manage")
    public CustomerBody put(@PathParam("externalId") String externalId, PutCustomer request) {
        return answer.show(customers.put(externalId, request.customer().draft()), CustomerBody::of);
    }
}
