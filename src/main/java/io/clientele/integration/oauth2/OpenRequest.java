package io.clientele.integration.oauth2;

import io.clientele.integration.Integration;

/** A request that the customer has to decide on, and the app it comes from. */
record OpenRequest(AppRequest request, Integration client) {}
