package io.clientele.shared.person;

import io.clientele.shared.sql.SqlFragment;
import java.util.List;

/** What a feature keeps of people: each that keeps something tells it to them, and forgets it. */
public interface PersonData {

    /** What people are told of; nothing for what is kept of them and is no news to anybody, such as keys to search by. */
    default List<PersonSection> sections() {
        return List.of();
    }

    /**
     * Select the folded e-mail addresses that are kept to know people by, in one column each; twice is no fault. Whoever is looked
     * for by a keyed address is found by these.
     */
    default List<SqlFragment> emailKeys() {
        return List.of();
    }

    /**
     * Forgets the subject, in the transaction in hand and while the account is locked: rows that tell of nobody else go, and
     * of facts that are counted only what leads to the person. What goes with the account's row, which is deleted afterwards,
     * need not be touched.
     */
    default void erase(DataSubject subject) {
        // Many keep nothing but what goes with the account.
    }
}
