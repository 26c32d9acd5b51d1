package io.clientele.segment.rule.tree;

import io.clientele.segment.rule.tree.Condition.Combine;
import java.util.List;
import java.util.Optional;

/**
 * What visitors are judged by: carts, products in them, products that were viewed or ordered. In a rule that is for
 * customers too everything else is left out, and so are combinations of which nothing is left.
 */
public final class VisitorList {

    private VisitorList() {}

    /** What is left of the condition. */
    public static Optional<Condition> of(Condition condition) {
        return switch (condition) {
            case Combine combine when combine.conditions().isEmpty() -> Optional.of(combine);
            case Combine combine -> {
                List<Condition> left = combine.conditions().stream()
                        .flatMap(each -> of(each).stream())
                        .toList();
                yield left.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Combine(combine.aggregator(), combine.value(), left));
            }
            default -> Optional.of(condition).filter(VisitorConditions::has);
        };
    }
}
