package io.clientele.shared.operation;

import io.clientele.shared.person.Person;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What one of many requests came to that were to be done together.
 *
 * @param state whether it was done, and what is to become of it otherwise
 * @param answer what is answered; null unless it was done
 * @param person whom it was about, or null
 */
public record OneOfMany<T>(
        State state, @Nullable T answer, @Nullable Person person) {

    /** What is to become of a request. */
    public enum State {
        /** Nothing more. */
        DONE,
        /** It is not of the kind that is done together with others: it is done by itself, in the same transaction. */
        UNLIKE,
        /** It would probably be refused: it is done by itself, in a transaction of its own, so that nothing else is rolled back. */
        APART
    }

    public static <T> OneOfMany<T> done(T answer, @Nullable Person person) {
        return new OneOfMany<>(State.DONE, answer, person);
    }

    public static <T> OneOfMany<T> unlike() {
        return new OneOfMany<>(State.UNLIKE, null, null);
    }

    public static <T> OneOfMany<T> apart() {
        return new OneOfMany<>(State.APART, null, null);
    }

    /** The same with the answer as the edge shows it. */
    public <R> OneOfMany<R> map(Function<? super T, ? extends R> view) {
        return new OneOfMany<>(state, answer == null ? null : view.apply(answer), person);
    }
}
