package io.clientele.integration;

/** An integration with the secrets it has just got. */
public record IssuedIntegration(Integration integration, IssuedSecrets secrets) {}
