package io.clientele.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * What the fuzz itself made, by the path it was made at: only this may be changed or deleted. The built-in website,
 * groups, tax classes and administrators belong to other tests and to the fuzz's own callers.
 */
public final class Made {

    static final String CUSTOMERS = "/rest/V1/customers";
    static final String ADDRESSES = "/rest/V1/addresses";
    static final String WEBSITES = "/rest/V1/store/websites";
    static final String STORE_GROUPS = "/rest/V1/store/storeGroups";
    static final String STORE_VIEWS = "/rest/V1/store/storeViews";
    static final String ROLES = "/rest/V1/admin/roles";

    /** In this order what depends on others goes before them. */
    private static final List<String> CLEARED = List.of(
            CUSTOMERS,
            "/rest/V1/admin/users",
            ROLES,
            "/rest/V1/customerGroups",
            "/rest/V1/taxRules",
            "/rest/V1/taxRates",
            "/rest/V1/taxClasses",
            STORE_VIEWS,
            STORE_GROUPS,
            WEBSITES);

    private final Map<String, List<String>> ids = new LinkedHashMap<>();

    /** Remembers what an operation answered, if it made something. */
    public void note(Operation operation, JsonNode answer) {
        if (!operation.method().equals("POST")) {
            return;
        }
        String id = answer.path("id").asText(answer.isTextual() ? answer.asText() : "");
        if (id.matches("\\d{1,18}")) {
            add(operation.path(), id);
        }
        answer.path("addresses")
                .forEach(address -> add(ADDRESSES, address.path("id").asText()));
    }

    private void add(String collection, String id) {
        List<String> known = ids.computeIfAbsent(collection, any -> new ArrayList<>());
        if (!known.contains(id)) {
            known.add(id);
        }
    }

    boolean has(String collection) {
        return ids.containsKey(collection);
    }

    /** One of them at random, the newest more often than not; call it only when there is one. */
    String any(String collection, Random random) {
        List<String> known = ids.get(collection);
        return random.nextBoolean() ? known.getLast() : Hostile.pick(known, random);
    }

    /** The paths under which everything can be deleted, dependants first. */
    public List<String> paths() {
        return CLEARED.stream()
                .flatMap(collection -> ids.getOrDefault(collection, List.of()).reversed().stream()
                        .map(id -> collection + "/" + id))
                .toList();
    }
}
