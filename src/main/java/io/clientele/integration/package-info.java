/**
 * Third parties that call with credentials of their own: integrations, what they may do, their secrets, and how they prove
 * themselves by OAuth 1.0a or with their access token alone. Does not own what they call, nor OAuth 2.0.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.integration;
