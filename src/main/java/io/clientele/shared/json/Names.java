package io.clientele.shared.json;

import java.util.Locale;

/** The spellings of a property's name. */
final class Names {

    private Names() {}

    /** What two spellings of one name have in common. */
    static String canonical(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }

    /** {@code GroupId} for {@code group_id} and {@code groupId}: how the contract names a property it does not know. */
    static String upperCamel(String name) {
        StringBuilder camel = new StringBuilder();
        for (String word : name.split("_", -1)) {
            if (!word.isEmpty()) {
                camel.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
            }
        }
        return camel.toString();
    }

    /** {@code group_id} for {@code groupId}. */
    static String snake(String name) {
        StringBuilder snake = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char letter = name.charAt(i);
            if (Character.isUpperCase(letter) && i > 0) {
                snake.append('_');
            }
            snake.append(Character.toLowerCase(letter));
        }
        return snake.toString();
    }
}
