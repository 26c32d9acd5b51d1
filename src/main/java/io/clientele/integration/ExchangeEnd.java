package io.clientele.integration;

import jakarta.enterprise.context.ApplicationScoped;

/** Ends the handshake that is under way with an integration whose credentials have ended. */
@ApplicationScoped
class ExchangeEnd implements IntegrationParticipant {

    private final ExchangeRepository exchanges;

    ExchangeEnd(ExchangeRepository exchanges) {
        this.exchanges = exchanges;
    }

    @Override
    public void revoked(long integrationId) {
        exchanges.forget(integrationId);
    }
}
