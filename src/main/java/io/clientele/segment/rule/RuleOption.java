package io.clientele.segment.rule;

import io.clientele.segment.rule.tree.Words;
import java.util.List;
import java.util.stream.IntStream;

/** A value that can be chosen, and what it is called or means. */
public record RuleOption(String value, String label) {

    static RuleOption of(int id, String label) {
        return new RuleOption(Integer.toString(id), label);
    }

    /** The contract's numbers of genders. */
    static List<RuleOption> genders() {
        List<String> words = Words.genders();
        return IntStream.range(0, words.size())
                .mapToObj(i -> of(i + 1, words.get(i)))
                .toList();
    }
}
