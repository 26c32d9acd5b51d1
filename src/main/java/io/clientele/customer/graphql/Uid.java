package io.clientele.customer.graphql;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The contract's ids over GraphQL: the decimal number in base64. */
public final class Uid {

    private Uid() {}

    public static String of(long id) {
        return encoded(Long.toString(id));
    }

    /** The id of the part with the number of something, such as a line of an order. */
    public static String of(long id, int part) {
        return encoded(id + "/" + part);
    }

    private static String encoded(String id) {
        return Base64.getEncoder().encodeToString(id.getBytes(StandardCharsets.US_ASCII));
    }

    /** The number; -1, which nothing has, for what is not of the form. */
    static long read(String uid) {
        try {
            return Long.parseLong(new String(Base64.getDecoder().decode(uid), StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException e) {
            return -1;
        }
    }
}
