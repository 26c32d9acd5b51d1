package io.clientele;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The features in their order: each may know those to its left. Some are not built yet and have their place already. */
final class FeatureLine {

    static final List<String> ORDER = List.of(
            "shared",
            "audit",
            "store",
            "mail",
            "access",
            "bulk",
            "event",
            "tax",
            "group",
            "attribute",
            "address",
            "customer",
            "newsletter",
            "assistance",
            "presence",
            "integration",
            "pricing",
            "activity",
            "segment",
            "promotion",
            "audience",
            "company",
            "purchasing",
            "grid",
            "overview",
            "massaction",
            "transfer",
            "movein",
            "merge",
            "privacy");

    /** Packages beside the line: they may know every feature, and nobody may know them. */
    static final List<String> OUTSIDE = List.of("launch", "sample");

    private static final Pattern PACKAGE = Pattern.compile("io\\.clientele\\.([a-z]+)\\b.*");

    private FeatureLine() {}

    /** The feature a package or class belongs to, by its full name; sub-packages belong to their feature. */
    static Optional<String> featureOf(String name) {
        Matcher matcher = PACKAGE.matcher(name);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** Whether the one feature may know the other: it is the same, to its left, or the one that asks is outside. */
    static boolean mayKnow(String feature, String other) {
        return feature.equals(other)
                || (ORDER.contains(other) && OUTSIDE.contains(feature))
                || (ORDER.contains(other) && ORDER.indexOf(other) < ORDER.indexOf(feature));
    }
}
