package io.clientele.shared.search;

import io.clientele.shared.Refusal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The fields of one list, found by name in any of the contract's spellings. */
public final class SearchFields {

    private final Map<String, SearchField> byName = new HashMap<>();

    public SearchFields(List<SearchField> fields) {
        fields.forEach(field -> byName.put(QueryTree.canonical(field.name()), field));
    }

    /** @throws Refusal when the list has no such field */
    SearchField field(String name) {
        SearchField field = byName.get(QueryTree.canonical(name));
        if (field == null) {
            throw Refusal.input("Invalid attribute name: %1").at(name);
        }
        return field;
    }
}
