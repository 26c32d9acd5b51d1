package io.clientele.shared.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import org.jspecify.annotations.Nullable;

/** The contract's checks of the Content-Type header. */
public final class ContentTypes {

    private static final MediaType LINES = new MediaType("application", "x-ndjson");

    private ContentTypes() {}

    /**
     * Whether the body is a JSON object for each line, and not one JSON value.
     *
     * @throws io.clientele.shared.Refusal when it is neither
     */
    public static boolean areLines(@Nullable String header) {
        if (header != null
                && !header.isBlank()
                && parse(header).isCompatible(LINES)
                && !parse(header).isWildcardType()) {
            return true;
        }
        check(header);
        return false;
    }

    /** @throws io.clientele.shared.Refusal when the header is missing, broken, or names what is not understood */
    static void check(ContainerRequestContext request) {
        check(request.getHeaderString("Content-Type"));
    }

    public static void check(@Nullable String header) {
        if (header == null || header.isBlank()) {
            throw RestRefusals.noContentType();
        }
        MediaType type = parse(header);
        String charset = type.getParameters().get(MediaType.CHARSET_PARAMETER);
        if (charset != null && !isUtf8(charset)) {
            throw RestRefusals.charset();
        }
        if (!type.isCompatible(MediaType.APPLICATION_JSON_TYPE) || type.isWildcardType()) {
            throw RestRefusals.unknownContentType(type.getType() + "/" + type.getSubtype());
        }
    }

    /** The framework would refuse a broken header in words of its own; a missing one may be right. */
    static void checkForm(@Nullable String header) {
        if (header != null && !header.isBlank()) {
            parse(header);
        }
    }

    private static MediaType parse(String header) {
        try {
            MediaType type = MediaType.valueOf(header);
            if (header.indexOf('/') < 1) {
                throw RestRefusals.invalidContentType();
            }
            return type;
        } catch (IllegalArgumentException e) {
            throw RestRefusals.invalidContentType();
        }
    }

    private static boolean isUtf8(String charset) {
        try {
            return Charset.forName(charset.replace("\"", "")).equals(StandardCharsets.UTF_8);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return false;
        }
    }
}
