package io.clientele.customer.life;

import io.clientele.shared.CurrentCaller;
import io.clientele.shared.outbox.OutboxMessage;
import io.clientele.shared.outbox.OutboxTopic;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;

/**
 * Carries out what was asked for an address. The address lies here for as long as that takes, and without a key of the
 * person's, of which an unknown one would leave its own behind: a request that fails again and again is dropped, since
 * whoever made it asks again.
 */
@ApplicationScoped
class AccountRequestTopic implements OutboxTopic {

    static final String NAME = "account-request";

    private static final Logger LOG = Logger.getLogger(AccountRequestTopic.class);
    private static final int TRIES = 5;

    private final ConfirmationService confirmations;
    private final PasswordResetService resets;
    private final CurrentCaller caller;

    @Inject
    AccountRequestTopic(ConfirmationService confirmations, PasswordResetService resets, CurrentCaller caller) {
        this.confirmations = confirmations;
        this.resets = resets;
        this.caller = caller;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void handle(OutboxMessage message) {
        try {
            carryOut(message.read(AccountRequest.class));
        } catch (RuntimeException e) {
            if (message.tries() < TRIES) {
                throw e;
            }
            LOG.errorf("A request for an address is dropped: %s", e.getClass().getSimpleName());
        }
    }

    private void carryOut(AccountRequest request) {
        // What comes of it is noted as done from where it was asked.
        caller.from(request.from(), request.requestId());
        try {
            answer(request);
        } finally {
            caller.from("", "");
        }
    }

    private void answer(AccountRequest request) {
        if (request.kind().equals(AccountRequest.CONFIRMATION)) {
            confirmations.resendLater(request.websiteId(), request.email());
        } else {
            resets.sendLater(ResetTemplate.valueOf(request.kind()), request.websiteId(), request.email());
        }
    }
}
