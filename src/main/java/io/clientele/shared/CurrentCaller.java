package io.clientele.shared;

import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The caller of the request in hand, filled by {@code access} and read by everybody else. */
@RequestScoped
public class CurrentCaller {

    private Caller caller = Caller.GUEST;
    private String address = "";
    private String requestId = "";
    private @Nullable String userAgent;

    public Caller get() {
        return caller;
    }

    public void set(Caller caller) {
        this.caller = caller;
    }

    /** The network address the request came from. */
    public String address() {
        return address;
    }

    /** The id that the request carries through logs and answers. */
    public String requestId() {
        return requestId;
    }

    /** What the client calls itself, as it was sent; null when it does not say. */
    public @Nullable String userAgent() {
        return userAgent;
    }

    public void calledItself(@Nullable String name) {
        this.userAgent = name;
    }

    public void from(String address, String requestId) {
        this.address = address;
        this.requestId = requestId;
    }

    /** The customer's id, or the contract's refusal for everybody who is not a customer. */
    public long customerId() {
        if (!caller.isCustomer()) {
            throw Refusals.customerNeeded();
        }
        return caller.id();
    }

    /** Refuses administrators and third parties who act for a customer: what follows is the customer's alone to do. */
    public void demandNobodyActsFor() {
        if (caller.onBehalfOf() != null) {
            throw Refusals.onlyTheCustomer();
        }
        demandNoThirdParty();
    }

    /** Refuses third parties who act for a customer. */
    public void demandNoThirdParty() {
        if (caller.isDelegated()) {
            throw Refusals.onlyTheCustomer();
        }
    }

    /**
     * Refuses a third party that was not given the scope; everybody else is judged by other things.
     *
     * @param writes whether the request may change something
     */
    public void demandScope(boolean writes) {
        if (!caller.isDelegated()) {
            return;
        }
        for (String scope :
                writes ? List.of(Caller.CUSTOMER_READ, Caller.CUSTOMER_WRITE) : List.of(Caller.CUSTOMER_READ)) {
            if (!caller.may(scope)) {
                throw Refusals.notAllowed(scope);
            }
        }
    }

    /**
     * Refuses administrators who are limited to some websites, for what belongs to all of them.
     *
     * @param resource what they would need for all websites
     */
    public void demandAllWebsites(String resource) {
        if (!caller.websiteIds().isEmpty()) {
            throw Refusals.notAllowed(resource);
        }
    }
}
