package io.clientele.shared.outgoing;

import java.util.Map;

/**
 * What was answered.
 *
 * @param status as it came; a redirect is an answer like any other
 * @param headers by their names in lower case, the last one of each name
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record OutgoingAnswer(int status, Map<String, String> headers, byte[] body) {

    /** Whether it is 200 to 299. */
    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }
}
