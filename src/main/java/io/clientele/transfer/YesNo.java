package io.clientele.transfer;

import java.util.Locale;
import java.util.Optional;

/** Yes and no as files say it. */
final class YesNo {

    private YesNo() {}

    static Optional<Boolean> of(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "1", "yes", "true" -> Optional.of(true);
            case "0", "no", "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
