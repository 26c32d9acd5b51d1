package io.clientele.attribute;

import io.clientele.shared.Refusal;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Compares a line of text with the rules of its attribute. */
final class TextCheck {

    /** As many characters as the contract's columns hold. */
    static final int LONGEST_LINE = 255;

    static final int LONGEST_TEXT = 65_535;

    private static final Pattern ALPHANUMERIC = Pattern.compile("[\\p{L}\\p{M}\\p{N}]*");
    private static final Pattern ALPHANUMERIC_AND_BLANK = Pattern.compile("[\\p{L}\\p{M}\\p{N}\\s]*");
    private static final Pattern ALPHABETIC = Pattern.compile("[\\p{L}\\p{M}]*");
    private static final Pattern NUMERIC = Pattern.compile("[0-9]*");
    private static final Pattern EMAIL = Pattern.compile(
            "[^\\s@<>()\\[\\],;:\\\\\"]{1,64}@(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N}-]{0,61}[\\p{L}\\p{N}])?\\.)+"
                    + "[\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N}-]{0,61}[\\p{L}\\p{N}])?");
    private static final Set<String> SCHEMES = Set.of("http", "https", "ftp");

    private TextCheck() {}

    /** Everything that is wrong with the text. */
    static List<Refusal> of(Attribute attribute, String text, String label) {
        List<Refusal> wrong = new ArrayList<>();
        int length = text.codePointCount(0, text.length());
        int most = Rules.number(attribute.rule(Rules.MAX_LENGTH))
                .orElse(attribute.input() == InputType.TEXTAREA ? LONGEST_TEXT : LONGEST_LINE);
        if (length > most) {
            return List.of(AttributeRefusals.tooLong(label, most));
        }
        Rules.number(attribute.rule(Rules.MIN_LENGTH))
                .filter(least -> length < least)
                .ifPresent(least -> wrong.add(AttributeRefusals.tooShort(label, least)));
        wrong.addAll(shape(attribute.rule(Rules.INPUT_VALIDATION), text, label));
        return wrong;
    }

    private static List<Refusal> shape(
            @org.jspecify.annotations.Nullable String validation, String text, String label) {
        return switch (validation == null ? "" : validation) {
            case "alphanumeric" -> unless(matches(ALPHANUMERIC, text), AttributeRefusals.notAlphanumeric(label));
            case "alphanum-with-spaces" ->
                unless(matches(ALPHANUMERIC_AND_BLANK, text), AttributeRefusals.notAlphanumeric(label));
            case "numeric" -> unless(matches(NUMERIC, text), AttributeRefusals.notNumeric(label));
            case "alpha" -> unless(matches(ALPHABETIC, text), AttributeRefusals.notAlphabetic(label));
            case "email" -> unless(text.length() <= 254 && matches(EMAIL, text), AttributeRefusals.notAnEmail(label));
            case "url" -> unless(isUrl(text), AttributeRefusals.notAUrl(label));
            case "date" -> unless(ValueReader.day(text).isPresent(), AttributeRefusals.notADate(label));
            default -> List.of();
        };
    }

    private static boolean matches(Pattern pattern, String text) {
        return pattern.matcher(text).matches();
    }

    private static List<Refusal> unless(boolean right, Refusal refusal) {
        return right ? List.of() : List.of(refusal);
    }

    private static boolean isUrl(String text) {
        try {
            URI uri = new URI(text);
            return uri.getScheme() != null
                    && SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT))
                    && uri.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
