package io.clientele.address;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds entries of a book by the caller's own keys, so that a list sent again changes what it made the first time. */
final class AddressKeys {

    private AddressKeys() {}

    /** The drafts, with the id of the entry that has their key where they name none. */
    static List<AddressDraft> resolve(List<AddressDraft> drafts, List<AddressEntity> book) {
        Map<String, Long> ids = new HashMap<>();
        for (AddressEntity row : book) {
            if (row.externalId != null && row.id != null) {
                ids.put(row.externalId, row.id);
            }
        }
        return drafts.stream().map(draft -> resolve(draft, ids)).toList();
    }

    private static AddressDraft resolve(AddressDraft draft, Map<String, Long> ids) {
        boolean named = draft.id() != null && draft.id() != 0;
        // Taken out: a second entry with the same key is a new one, which the unique index refuses.
        @Nullable Long id = named || draft.externalId() == null ? null : ids.remove(draft.externalId());
        return id == null ? draft : draft.withId(id);
    }
}
