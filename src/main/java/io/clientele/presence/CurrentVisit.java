package io.clientele.presence;

import io.clientele.shared.Secret;
import jakarta.enterprise.context.RequestScoped;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the request in hand says of the visitor who sent it, filled by the edges. */
@RequestScoped
class CurrentVisit {

    /** The header in which a storefront names the visitor. */
    static final String HEADER = "X-Clientele-Visitor";

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");

    private @Nullable String hash;
    private @Nullable String url;

    /**
     * @param token the visitor's, or what stands in its place
     * @param referer where the request came from, as it says
     */
    void from(@Nullable String token, @Nullable String referer) {
        hash = token != null && TOKEN.matcher(token).matches()
                ? Base64.getEncoder().encodeToString(Secret.hash(token))
                : null;
        url = PageUrl.of(referer);
    }

    /** The hash of the visitor's token, in Base64; empty when the request names none. Nobody need have that token. */
    Optional<String> tokenHash() {
        return Optional.ofNullable(hash);
    }

    @Nullable
    String url() {
        return url;
    }
}
