package io.clientele.event;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is to be told.
 *
 * @param customerId the customer it is about, of whom events keep their order, or null
 * @param data as the type's schema says; ids, and nothing that names a person
 */
public record EventDraft(EventType type, @Nullable Long customerId, Map<String, ?> data) {}
