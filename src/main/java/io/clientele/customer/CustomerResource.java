package io.clientele.customer;

import io.clientele.address.AddressBody;
import io.clientele.shared.Acl;
import io.clientele.shared.idempotency.Idempotent;
import io.clientele.shared.operation.ManyOf;
import io.clientele.shared.operation.OneOfMany;
import io.clientele.shared.rest.AnswerVersion;
import io.clientele.shared.rest.Unversioned;
import io.clientele.shared.search.Search;
import io.clientele.shared.search.SearchResults;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Customers, for administrators and integrations; creating one is open to anybody. */
@Path("/rest/V1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Customer")
public class CustomerResource {

    private final CustomerService customers;
    private final RegistrationService registration;
    private final RegistrationBatches batches;
    private final ProfileService profiles;
    private final CustomerValidation validation;
    private final AnswerVersion answer;

    @Inject
    CustomerResource(
            CustomerService customers,
            RegistrationService registration,
            RegistrationBatches batches,
            ProfileService profiles,
            CustomerValidation validation,
            AnswerVersion answer) {
        this.customers = customers;
        this.registration = registration;
        this.batches = batches;
        this.profiles = profiles;
        this.validation = validation;
        this.answer = answer;
    }

    /**
     * What creating takes.
     *
     * @param redirectUrl where the confirmation page is to lead in the end; only an address of the shop's own counts
     */
    public record CreateCustomer(
            CustomerBody customer,
            @Nullable String password,
            @Nullable String redirectUrl) {}

    /** What changing takes. */
    public record SaveCustomer(CustomerBody customer) {}

    /** Makes an account; only who may manage customers names its group. */
    @POST
    @Idempotent
    @Path("/customers")
    @Acl(Acl.ANONYMOUS)
    public CustomerBody create(CreateCustomer request) {
        return answer.show(
                registration.register(request.customer().draft(), request.password(), request.redirectUrl()),
                CustomerBody::created);
    }

    /** Makes many accounts that were sent in one request. */
    @ManyOf("create")
    public List<OneOfMany<CustomerBody>> createMany(List<CreateCustomer> requests) {
        List<RegistrationBatches.Registrant> registrants = requests.stream()
                .map(each -> new RegistrationBatches.Registrant(
                        () -> each.customer().draft(), each.password(), each.redirectUrl()))
                .toList();
        return batches.register(registrants).stream()
                .map(each -> each.map(CustomerBody::created))
                .toList();
    }

    /**
     * Finds customers; {@code Prefer: count=none} leaves out the total.
     *
     * @param search words that must all occur in names, e-mail address, phone number, company or attributes
     * @param after the {@code next} of the page before this one, empty for the first; pages have no numbers then
     */
    @GET
    @Path("/customers/search")
    @Acl("Magento_Customer::customer")
    public SearchResults<CustomerBody> search(
            @Context UriInfo uri,
            @QueryParam("search") @Nullable String search,
            @QueryParam("after") @Nullable String after,
            @HeaderParam("Prefer") @Nullable String prefer) {
        return customers
                .search(new CustomerQuery(
                        Search.criteria(uri.getQueryParameters()),
                        search,
                        Search.place(uri.getQueryParameters(), after),
                        Search.isCounted(prefer)))
                .map(CustomerBody::of);
    }

    /** Says whether a customer could be stored, without storing it. */
    @PUT
    @Unversioned
    @Path("/customers/validate")
    @Acl("Magento_Customer::manage")
    public ValidationResults validate(SaveCustomer request) {
        return validation.validate(request.customer().draft());
    }

    /** The customer; for the id of one that was merged into another, the other. */
    @GET
    @Path("/customers/{customerId}")
    @Acl("Magento_Customer::customer")
    public CustomerBody get(@PathParam("customerId") long customerId) {
        return answer.show(customers.read(customerId), CustomerBody::of);
    }

    /** Changes what is supplied; a list of addresses is the whole new address book. */
    @PUT
    @Path("/customers/{customerId}")
    @Acl("Magento_Customer::manage")
    public CustomerBody change(@PathParam("customerId") long customerId, SaveCustomer request) {
        return answer.show(profiles.change(customerId, request.customer().draft()), CustomerBody::of);
    }

    @DELETE
    @Path("/customers/{customerId}")
    @Acl("Magento_Customer::delete")
    public boolean delete(@PathParam("customerId") long customerId) {
        customers.delete(customerId);
        return true;
    }

    /** Whether the customer may not be changed: never so for a customer that exists. */
    @GET
    @Path("/customers/{customerId}/permissions/readonly")
    @Acl("Magento_Customer::customer")
    public boolean isReadOnly(@PathParam("customerId") long customerId) {
        customers.read(customerId);
        return false;
    }

    @GET
    @Path("/customers/{customerId}/billingAddress")
    @Acl("Magento_Customer::manage")
    public @Nullable AddressBody billingAddress(@PathParam("customerId") long customerId) {
        return AddressBody.ofNullable(customers.read(customerId).defaultBillingAddress());
    }

    @GET
    @Path("/customers/{customerId}/shippingAddress")
    @Acl("Magento_Customer::manage")
    public @Nullable AddressBody shippingAddress(@PathParam("customerId") long customerId) {
        return AddressBody.ofNullable(customers.read(customerId).defaultShippingAddress());
    }
}
