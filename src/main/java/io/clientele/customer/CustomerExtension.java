package io.clientele.customer;

import java.util.List;
import java.util.Map;

/**
 * What a feature further right keeps for a customer: it is read with the customer, in the same statement, and receives
 * its part of what is written, in the same transaction.
 */
public interface CustomerExtension {

    /**
     * A value that is read with every customer.
     *
     * @param name the name in {@link Customer#extensions()} and {@link CustomerDraft#extensions()}
     * @param sql an expression over {@code customer c} that gives one value, never null
     */
    record Field(String name, String sql) {}

    List<Field> fields();

    /** What customers can be searched by besides; expressions over {@code customer c}. */
    default List<io.clientele.shared.search.SearchField> searchFields() {
        return List.of();
    }

    /**
     * Stores what was supplied for the customer; names of other features are in the map too.
     *
     * @throws io.clientele.shared.Refusal when a value is not one it can have
     */
    void write(Customer customer, Map<String, Object> supplied);

    /**
     * The same for a customer that has just been made. Whether its owner is told is decided afterwards: see {@link
     * AccountParticipant#registered}.
     */
    default void create(Customer customer, Map<String, Object> supplied) {
        write(customer, supplied);
    }
}
