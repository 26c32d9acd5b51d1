package io.clientele.activity;

import java.util.List;

/**
 * Writes facts of one kind.
 *
 * @param <D> a fact as it is sent
 */
interface FactWriter<D extends Record> {

    /** What the facts are called, as the route and the list in its body: {@code orders}. */
    String name();

    Class<D> draft();

    /** Writes the facts with a few statements, in the transaction in hand. */
    Outcome write(List<Reports.Numbered<D>> drafts);
}
