package io.clientele.shared.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A query string with bracketed names as a tree: {@code a[b][0][c]=x}. Names compare without regard to case and
 * underscores, so that {@code filter_groups} and {@code filterGroups} meet, even mixed in one query.
 */
final class QueryTree {

    /** Deeper than any name of the contract; what is deeper is dropped. */
    private static final int DEEPEST = 8;

    private final Map<String, QueryTree> children = new LinkedHashMap<>();
    private @Nullable String value;

    /** Everything under one root name, or null when no parameter has it. */
    static @Nullable QueryTree of(Map<String, List<String>> query, String root) {
        QueryTree tree = new QueryTree();
        query.forEach((name, values) -> {
            for (String each : values) {
                tree.put(name, each);
            }
        });
        return tree.children.get(canonical(root));
    }

    static String canonical(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }

    private void put(String name, String text) {
        QueryTree node = this;
        int depth = 0;
        for (String part : parts(name)) {
            if (++depth > DEEPEST) {
                return;
            }
            // An empty pair of brackets appends, as a form's list does.
            String key = part.isEmpty() ? String.valueOf(node.children.size()) : canonical(part);
            node = node.children.computeIfAbsent(key, any -> new QueryTree());
        }
        node.value = text;
    }

    private static List<String> parts(String name) {
        List<String> parts = new ArrayList<>();
        int open = name.indexOf('[');
        parts.add(open < 0 ? name : name.substring(0, open));
        while (open >= 0) {
            int close = name.indexOf(']', open);
            if (close < 0) {
                return parts;
            }
            parts.add(name.substring(open + 1, close));
            open = name.indexOf('[', close);
        }
        return parts;
    }

    @Nullable
    QueryTree child(String name) {
        return children.get(canonical(name));
    }

    @Nullable
    String text(String name) {
        QueryTree child = child(name);
        return child == null ? null : child.value;
    }

    @Nullable
    String value() {
        return value;
    }

    boolean isList() {
        return !children.isEmpty();
    }

    /** The children in the order of their numbers; gaps do not matter, names come last in the order given. */
    List<QueryTree> elements() {
        TreeMap<Long, QueryTree> numbered = new TreeMap<>();
        List<QueryTree> rest = new ArrayList<>();
        children.forEach((name, child) -> {
            if (name.matches("\\d{1,9}")) {
                numbered.put(Long.parseLong(name), child);
            } else {
                rest.add(child);
            }
        });
        List<QueryTree> all = new ArrayList<>(numbered.values());
        all.addAll(rest);
        return all;
    }
}
