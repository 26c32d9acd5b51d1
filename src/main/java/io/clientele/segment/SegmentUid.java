package io.clientele.segment;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The id of a segment as storefronts know it: its digits in Base64. */
final class SegmentUid {

    private SegmentUid() {}

    static String of(long id) {
        return Base64.getEncoder().encodeToString(Long.toString(id).getBytes(StandardCharsets.US_ASCII));
    }
}
