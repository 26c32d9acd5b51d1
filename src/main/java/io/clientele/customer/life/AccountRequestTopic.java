package io.clientele.customer.life;

import io.clientele.shared.outbox.OutboxMessage;
import io.clientele.shared.outbox.OutboxTopic;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Carries out what was asked for an address. */
@ApplicationScoped
class AccountRequestTopic implements OutboxTopic {

    private final ConfirmationService confirmations;
    private final PasswordResetService resets;

    @Inject
    AccountRequestTopic(ConfirmationService confirmations, PasswordResetService resets) {
        this.confirmations = confirmations;
        this.resets = resets;
    }

    @Override
    public String name() {
        return AccountRequest.TOPIC;
    }

    @Override
    public void handle(OutboxMessage message) {
        AccountRequest request = message.read(AccountRequest.class);
        if (request.kind().equals(AccountRequest.CONFIRMATION)) {
            confirmations.resendLater(request.websiteId(), request.email());
        } else {
            resets.sendLater(ResetTemplate.valueOf(request.kind()), request.websiteId(), request.email());
        }
    }
}
