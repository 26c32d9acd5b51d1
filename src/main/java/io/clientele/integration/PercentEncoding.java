package io.clientele.integration;

import io.clientele.shared.Storable;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** How texts are written in signatures (RFC 5849, 3.6): all but letters, digits and four signs of RFC 3986 is encoded. */
final class PercentEncoding {

    private static final String PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    private static final String DIGITS = "0123456789ABCDEF";

    private PercentEncoding() {}

    static String encoded(String text) {
        StringBuilder encoded = new StringBuilder(text.length() * 2);
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            int value = Byte.toUnsignedInt(each);
            if (PLAIN.indexOf(value) >= 0) {
                encoded.append((char) value);
            } else {
                encoded.append('%').append(DIGITS.charAt(value >> 4)).append(DIGITS.charAt(value & 15));
            }
        }
        return encoded.toString();
    }

    /**
     * The text without its encoding; empty when it is not encoded well, or is no text then.
     *
     * @param form whether a plus sign stands for a blank, as in queries
     */
    static Optional<String> decoded(String text, boolean form) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < encoded.length; i++) {
            if (encoded[i] == '%') {
                int high = i + 2 < encoded.length ? Character.digit(encoded[i + 1], 16) : -1;
                int low = i + 2 < encoded.length ? Character.digit(encoded[i + 2], 16) : -1;
                if (high < 0 || low < 0) {
                    return Optional.empty();
                }
                bytes.write(high * 16 + low);
                i += 2;
            } else {
                bytes.write(form && encoded[i] == '+' ? ' ' : encoded[i]);
            }
        }
        try {
            String decoded = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
            return Optional.of(decoded).filter(Storable::is);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
