package io.clientele.access;

import com.nulabinc.zxcvbn.StandardDictionaries;
import io.clientele.shared.Fold;
import io.clientele.store.Settings;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Passwords that guessers try first: 30,000 common ones and words of the shop's own, without regard to case and to the
 * usual signs in place of letters.
 */
@Singleton
class PasswordBlocklist {

    private static final String SIGNS = "@4831!0$57";
    private static final String LETTERS = "aabeiiosst";
    private static final Pattern ENDS = Pattern.compile("^[^\\p{L}]+|[^\\p{L}]+$");

    private final Set<String> common;
    private final Settings settings;

    PasswordBlocklist(Settings settings) {
        this.settings = settings;
        this.common = load();
    }

    /** @param password normalised already */
    boolean contains(String password) {
        if (!settings.flag(PasswordSettings.BLOCKLIST)) {
            return false;
        }
        String folded = Fold.key(password);
        return common.contains(folded) || common.contains(spelt(folded)) || isOfTheShop(folded);
    }

    /** A word of the shop with nothing but digits and signs around it. */
    private boolean isOfTheShop(String folded) {
        String core = ENDS.matcher(folded).replaceAll("");
        Set<String> readings = Set.copyOf(List.of(folded, spelt(folded), core, spelt(core)));
        return settings.list(PasswordSettings.SHOP_WORDS).stream()
                .map(word -> Fold.key(word.strip()))
                .anyMatch(readings::contains);
    }

    private static String spelt(String folded) {
        StringBuilder text = new StringBuilder(folded);
        for (int i = 0; i < text.length(); i++) {
            int sign = SIGNS.indexOf(text.charAt(i));
            if (sign >= 0) {
                text.setCharAt(i, LETTERS.charAt(sign));
            }
        }
        return text.toString();
    }

    private static Set<String> load() {
        try {
            Set<String> folded = new HashSet<>();
            for (String word : StandardDictionaries.PASSWORDS_LOADER.load().getFrequencies()) {
                folded.add(Fold.key(word));
            }
            return Set.copyOf(folded);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
