package io.clientele.shared;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The words of a command and its options: {@code --name VALUE}, or {@code --name} for those without a value.
 *
 * @param options by name, with all values that were given
 */
public record CommandOptions(List<String> words, Map<String, List<String>> options) {

    /** Something is no option, or has no value. The message is for people. */
    public static final class Wrong extends RuntimeException {

        private static final long serialVersionUID = 1;

        public Wrong(String message) {
            super(message);
        }
    }

    /** @throws Wrong for an option that is none, or lacks its value */
    public static CommandOptions of(List<String> arguments, List<String> withValue, List<String> without) {
        List<String> words = new ArrayList<>();
        Map<String, List<String>> options = new HashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            String word = arguments.get(i);
            if (!word.startsWith("--")) {
                words.add(word);
            } else if (without.contains(word)) {
                options.computeIfAbsent(word, _ -> new ArrayList<>()).add("");
            } else if (withValue.contains(word) && i + 1 < arguments.size()) {
                i++;
                options.computeIfAbsent(word, _ -> new ArrayList<>()).add(arguments.get(i));
            } else {
                throw new Wrong("\"" + word + "\" is no option, or has no value");
            }
        }
        return new CommandOptions(List.copyOf(words), Map.copyOf(options));
    }

    public boolean has(String name) {
        return options.containsKey(name);
    }

    /** The value that was given last. */
    public Optional<String> value(String name) {
        return values(name).reduce((_, last) -> last);
    }

    /** All values, in their order. */
    public Stream<String> values(String name) {
        return options.getOrDefault(name, List.of()).stream();
    }

    /** @throws Wrong when it is no number */
    public int number(String name, int otherwise) {
        Optional<String> given = value(name);
        if (given.isEmpty()) {
            return otherwise;
        }
        String text = given.get();
        if (!text.matches("\\d{1,9}")) {
            throw new Wrong("\"" + name + "\" takes a number");
        }
        return Integer.parseInt(text);
    }
}
