package io.clientele.integration;

/** An integration with what it is recognised by. */
record KnownIntegration(Integration integration, KeptSecrets secrets) {}
