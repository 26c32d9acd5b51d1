/**
 * The authorization server of OAuth 2.0: tokens for integrations as themselves and for customers, what customers consent to,
 * and what clients and services may ask about it. Requests and answers are parsed and checked by the Nimbus library; signing
 * and sessions are those of {@code access}. Does not own the integrations.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.integration.oauth2;
