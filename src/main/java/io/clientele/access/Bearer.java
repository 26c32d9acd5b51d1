package io.clientele.access;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes the token out of an {@code Authorization} header. */
public final class Bearer {

    private Bearer() {}

    /**
     * The token of {@code Bearer <token>}: the scheme in any case, exactly two pieces. Empty for a missing or empty
     * header, for {@code Bearer } alone and for other schemes.
     */
    public static Optional<String> token(@Nullable String header) {
        if (header == null) {
            return Optional.empty();
        }
        String[] pieces = header.strip().split(" ", -1);
        boolean bearer = pieces.length == 2 && "bearer".equals(pieces[0].toLowerCase(Locale.ROOT));
        return bearer && !pieces[1].isEmpty() ? Optional.of(pieces[1]) : Optional.empty();
    }
}
