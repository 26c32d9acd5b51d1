package io.clientele.customer.life;

import io.clientele.customer.EmailAddress;
import io.clientele.shared.CurrentCaller;
import io.clientele.shared.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Takes what somebody unknown asks for an address. */
@ApplicationScoped
class AccountRequests {

    private final Outbox outbox;
    private final CurrentCaller caller;

    @Inject
    AccountRequests(Outbox outbox, CurrentCaller caller) {
        this.outbox = outbox;
        this.caller = caller;
    }

    /** @param kind as {@link AccountRequest} has it */
    void add(String kind, int websiteId, String email) {
        // Nobody can have what is no address, and it may be of any length.
        if (EmailAddress.isValid(email.strip())) {
            outbox.add(
                    AccountRequestTopic.NAME,
                    UUID.randomUUID().toString(),
                    new AccountRequest(kind, websiteId, email.strip(), caller.address(), caller.requestId()));
        }
    }
}
