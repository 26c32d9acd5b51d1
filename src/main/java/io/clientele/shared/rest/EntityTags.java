package io.clientele.shared.rest;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The lists of entity tags in {@code If-Match} and {@code If-None-Match} (RFC 9110, 8.8.3 and 13.1). */
final class EntityTags {

    private static final Pattern TAG = Pattern.compile("(W/)?\"([\\x21\\x23-\\x7E\\x80-\\xFF]*)\"");

    private final Set<String> strong = new LinkedHashSet<>();
    private final Set<String> weak = new LinkedHashSet<>();
    private final boolean any;

    private EntityTags(String value) {
        any = value.equals("*");
        Matcher matcher = TAG.matcher(value);
        while (matcher.find()) {
            (matcher.group(1) == null ? strong : weak).add(matcher.group(2));
        }
    }

    /** What the header's lines name; null when there is none. A line that names nothing is met by nothing. */
    static @Nullable EntityTags of(@Nullable List<String> lines) {
        return lines == null ? null : new EntityTags(String.join(",", lines).strip());
    }

    static String write(String version) {
        return '"' + version + '"';
    }

    /** Whether it is {@code *}: any version there is. */
    boolean any() {
        return any;
    }

    /** The tags that count where bytes must be the same; a weak one never does. */
    Set<String> strong() {
        return strong;
    }

    /** Whether the version is named, weakly or strongly. */
    boolean mentions(String version) {
        return any || List.<Collection<String>>of(strong, weak).stream().anyMatch(tags -> tags.contains(version));
    }
}
