package io.clientele.integration;

import io.clientele.shared.Refusal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The parameters of an {@code Authorization: OAuth} header (RFC 5849, 3.5.1), decoded; the realm is none of them.
 *
 * @param values by name, each once
 */
record OAuthParameters(Map<String, String> values) {

    private static final String SCHEME = "oauth";
    private static final int LONGEST = 255;

    /** Whether the header is of that scheme at all. */
    static boolean isOAuth(String header) {
        String text = header.strip();
        return text.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && (text.length() == SCHEME.length() || Character.isWhitespace(text.charAt(SCHEME.length())));
    }

    /** @throws Refusal for a parameter that comes twice or cannot be read */
    static OAuthParameters of(String header) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String part : header.strip().substring(SCHEME.length()).split(",", -1)) {
            String pair = part.strip();
            int equals = pair.indexOf('=');
            if (pair.isEmpty()) {
                continue;
            }
            if (equals < 1) {
                throw IntegrationRefusals.parameterRejected(shown(pair));
            }
            String name = decoded(pair.substring(0, equals).strip(), pair);
            String value = decoded(unquoted(pair.substring(equals + 1).strip()), name);
            if (name.toLowerCase(Locale.ROOT).equals("realm")) {
                continue;
            }
            if (value.length() > LONGEST || values.put(name, value) != null) {
                throw IntegrationRefusals.parameterRejected(shown(name));
            }
        }
        return new OAuthParameters(values);
    }

    /** @throws Refusal when it is missing or empty */
    String required(String name) {
        return given(name).orElseThrow(() -> IntegrationRefusals.parameterAbsent(name));
    }

    Optional<String> given(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
    }

    private static String unquoted(String text) {
        boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        return quoted ? text.substring(1, text.length() - 1) : text;
    }

    private static String decoded(String text, String name) {
        return PercentEncoding.decoded(text, false)
                .orElseThrow(() -> IntegrationRefusals.parameterRejected(shown(name)));
    }

    /** Whatever a caller sent as a name is shown in part only. */
    private static String shown(String name) {
        return name.substring(0, Math.min(name.length(), 50));
    }
}
