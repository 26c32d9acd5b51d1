package io.clientele.merge;

/**
 * Something that undoing a merge did not give back.
 *
 * @param part what it is, such as {@code orders}; {@code account} for a field of an account
 * @param what the key of the row as JSON, or the field
 * @param reason why it was left
 */
public record LeftBehind(String part, String what, Reason reason) {

    /** Why something is left as it is. */
    public enum Reason {
        /** It has been changed since. */
        CHANGED,
        /** It is gone, or belongs to somebody else by now. */
        GONE,
        /** What it refers to is gone, or something like it is in its place. */
        IN_THE_WAY;

        /** The word that is shown. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
