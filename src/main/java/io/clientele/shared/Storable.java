package io.clientele.shared;

/** Text that PostgreSQL can hold: neither the NUL character nor half a surrogate pair. */
public final class Storable {

    private Storable() {}

    public static boolean is(String text) {
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
}
