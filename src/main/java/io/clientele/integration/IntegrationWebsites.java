package io.clientele.integration;

import io.clientele.store.StoreGuard;
import io.clientele.store.Website;
import jakarta.enterprise.context.ApplicationScoped;

/** Keeps a website that an integration is limited to: it would be left with a limit that means nothing. */
@ApplicationScoped
class IntegrationWebsites implements StoreGuard {

    private final IntegrationRepository integrations;

    IntegrationWebsites(IntegrationRepository integrations) {
        this.integrations = integrations;
    }

    @Override
    public void beforeDeleting(Website website) {
        integrations.limitedTo(website.id()).ifPresent(name -> {
            throw IntegrationRefusals.websiteOfIntegration(name);
        });
    }
}
