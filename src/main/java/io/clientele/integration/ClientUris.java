package io.clientele.integration;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Which addresses of third parties are taken. */
final class ClientUris {

    private static final int LONGEST = 2_000;
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private ClientUris() {}

    /** Whether secrets may be sent there; plain http only where that is said. */
    static boolean isEndpoint(String text, boolean plain) {
        return absolute(text)
                .filter(uri -> "https".equals(scheme(uri)) || (plain && "http".equals(scheme(uri))))
                .filter(uri -> uri.getHost() != null)
                .isPresent();
    }

    /**
     * Whether OAuth 2.0 may send somebody back there (RFC 6749, 3.1.2; RFC 8252, 7): https, http on the device itself, or a
     * scheme of the app's own, which has a dot.
     */
    static boolean isRedirect(String text) {
        return absolute(text)
                .filter(uri -> switch (scheme(uri)) {
                    case "https" -> uri.getHost() != null;
                    case "http" ->
                        LOOPBACK.contains(String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT));
                    default -> scheme(uri).indexOf('.') > 0;
                })
                .isPresent();
    }

    private static Optional<URI> absolute(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(text);
            boolean fits = uri.isAbsolute() && uri.getRawFragment() == null && uri.getRawUserInfo() == null;
            return fits ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static String scheme(URI uri) {
        return uri.getScheme().toLowerCase(Locale.ROOT);
    }
}
