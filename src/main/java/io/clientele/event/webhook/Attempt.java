package io.clientele.event.webhook;

import io.clientele.event.EventMessage;
import org.jspecify.annotations.Nullable;

/**
 * A message that is being sent.
 *
 * @param retry its row, when it waited before; null for its first try
 * @param asking whether it is to find out whether the receiver is back
 */
record Attempt(EventMessage message, @Nullable Retry retry, boolean asking) {}
