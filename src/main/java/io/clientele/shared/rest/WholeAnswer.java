package io.clientele.shared.rest;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Map;

/** An answer of a protocol that is not ours: {@code fields} takes nothing from it. */
public record WholeAnswer(@JsonValue Map<String, Object> body) {}
