package io.clientele.activity;

import java.io.InputStream;

/**
 * Facts as they come in.
 *
 * @param lines whether each line is one of them (NDJSON), and not all of them one JSON value
 */
record FactStream(InputStream in, boolean lines) {}
