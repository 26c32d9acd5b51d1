package io.clientele.bench;

import java.util.List;

/**
 * A kind of request of the administrator's list.
 *
 * @param requests to choose from
 */
record GridScenario(String name, List<byte[]> requests) {}
