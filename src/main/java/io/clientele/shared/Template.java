package io.clientele.shared;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Fills the placeholders of the contract's message templates. */
public final class Template {

    private static final Pattern PLACEHOLDER = Pattern.compile("%(\\d+|[A-Za-z_]\\w*)");

    private Template() {}

    /** Replaces {@code %name} and {@code %1}; a placeholder without a value stays as it is. */
    static String render(String template, Map<String, Object> named, List<Object> positional) {
        Matcher matcher = PLACEHOLDER.matcher(template);
        StringBuilder text = new StringBuilder();
        while (matcher.find()) {
            matcher.appendReplacement(text, Matcher.quoteReplacement(value(matcher.group(1), named, positional)));
        }
        return matcher.appendTail(text).toString();
    }

    /**
     * The same with parameters as refusals give them.
     *
     * @param parameters a map by name, a list by position, or null
     */
    public static String render(String template, @Nullable Object parameters) {
        Map<String, Object> named = new HashMap<>();
        if (parameters instanceof Map<?, ?> map) {
            map.forEach((name, value) -> named.put(String.valueOf(name), value == null ? "" : value));
        }
        List<Object> positional = new ArrayList<>();
        if (parameters instanceof List<?> list) {
            list.forEach(value -> positional.add(value == null ? "" : value));
        }
        return render(template, named, positional);
    }

    private static String value(String name, Map<String, Object> named, List<Object> positional) {
        if (Character.isDigit(name.charAt(0))) {
            // A template never has a hundred parameters; a longer number is text.
            int index = name.length() > 2 ? 0 : Integer.parseInt(name);
            return index >= 1 && index <= positional.size() ? String.valueOf(positional.get(index - 1)) : "%" + name;
        }
        Object value = named.get(name);
        return value == null ? "%" + name : String.valueOf(value);
    }
}
