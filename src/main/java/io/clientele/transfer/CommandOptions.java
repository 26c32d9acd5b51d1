package io.clientele.transfer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The words of a command and its options: {@code --name VALUE}, or {@code --name} for those without a value. */
record CommandOptions(List<String> words, Map<String, String> options) {

    /** Something is no option, or has no value. The message is for people. */
    static final class Wrong extends RuntimeException {

        private static final long serialVersionUID = 1;

        private Wrong(String message) {
            super(message);
        }
    }

    /** @throws Wrong for an option that is none, or lacks its value */
    static CommandOptions of(List<String> arguments, List<String> withValue, List<String> without) {
        List<String> words = new ArrayList<>();
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            String word = arguments.get(i);
            if (!word.startsWith("--")) {
                words.add(word);
            } else if (without.contains(word)) {
                options.put(word, "");
            } else if (withValue.contains(word) && i + 1 < arguments.size()) {
                i++;
                options.put(word, arguments.get(i));
            } else {
                throw new Wrong("\"" + word + "\" is no option, or has no value");
            }
        }
        return new CommandOptions(List.copyOf(words), Map.copyOf(options));
    }

    boolean has(String name) {
        return options.containsKey(name);
    }

    Optional<String> value(String name) {
        return Optional.ofNullable(options.get(name));
    }

    /** @throws Wrong when it is no number */
    int number(String name, int otherwise) {
        String text = options.get(name);
        if (text == null) {
            return otherwise;
        }
        if (!text.matches("\\d{1,9}")) {
            throw new Wrong("\"" + name + "\" takes a number");
        }
        return Integer.parseInt(text);
    }
}
