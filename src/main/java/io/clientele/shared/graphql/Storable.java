package io.clientele.shared.graphql;

/** Text that PostgreSQL can hold: neither the NUL character nor half a surrogate pair. */
final class Storable {

    private Storable() {}

    static boolean is(String text) {
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter == 0 || Character.isLowSurrogate(letter)) {
                return false;
            }
            if (Character.isHighSurrogate(letter)) {
                i++;
                if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
                    return false;
                }
            }
        }
        return true;
    }

    static PlainError refusal() {
        return PlainError.of("String cannot represent the NUL character or half a surrogate pair.");
    }
}
