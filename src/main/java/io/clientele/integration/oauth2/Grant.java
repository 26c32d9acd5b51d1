package io.clientele.integration.oauth2;

import io.clientele.access.Subject;
import io.clientele.integration.Integration;
import java.util.List;

/**
 * What a client may have an access token for.
 *
 * @param subject the client itself, or the customer it acts for
 * @param sessionId the session its tokens end with
 */
record Grant(Integration client, Subject subject, long sessionId, List<String> scopes, List<String> audience) {}
