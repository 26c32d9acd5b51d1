package io.clientele.shared;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills the placeholders of the contract's message templates. */
final class Template {

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
