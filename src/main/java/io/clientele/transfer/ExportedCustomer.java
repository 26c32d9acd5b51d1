package io.clientele.transfer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A customer as rows of a file.
 *
 * @param rows with a cell for each column of the header
 */
record ExportedCustomer(long id, List<String[]> rows) {

    /**
     * The same with a row for each address, the first of which has the customer's own cells too.
     *
     * @param addresses their rows, or null when there are none
     * @param own how many cells are the customer's; 0 when rows are addresses and nothing else
     */
    ExportedCustomer with(@Nullable List<String[]> addresses, int own) {
        if (addresses == null) {
            return own == 0 ? new ExportedCustomer(id, List.of()) : this;
        }
        System.arraycopy(rows.getFirst(), 0, addresses.getFirst(), 0, own);
        return new ExportedCustomer(id, addresses);
    }
}
