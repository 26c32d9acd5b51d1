package io.clientele.shared.search;

import io.clientele.shared.Refusal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The fields of one list, found by name in any of the contract's spellings. */
public final class SearchFields {

    private final Map<String, SearchField> byName = new HashMap<>();

    private final Function<String, Optional<SearchField>> further;

    public SearchFields(List<SearchField> fields) {
        this(fields, _ -> Optional.empty());
    }

    /**
     * @param further finds the fields that come and go, by their exact names; asked when no other field has the name
     */
    public SearchFields(List<SearchField> fields, Function<String, Optional<SearchField>> further) {
        fields.forEach(field -> byName.put(QueryTree.canonical(field.name()), field));
        this.further = further;
    }

    /** @throws Refusal when the list has no such field */
    SearchField field(String name) {
        SearchField field = byName.get(QueryTree.canonical(name));
        return field != null
                ? field
                : further.apply(name)
                        .orElseThrow(() ->
                                Refusal.input("Invalid attribute name: %1").at(name));
    }
}
