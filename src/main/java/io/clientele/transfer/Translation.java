package io.clientele.transfer;

import java.util.Map;
import java.util.Optional;

/**
 * What another shop calls things in its files, and what they are called here. What is not named has the same name.
 *
 * @param websites codes there, and here
 * @param stores codes or ids of store views there, and codes here
 * @param groups codes of customer groups there, and here
 * @param groupIds ids of customer groups there, and their codes there
 * @param foreign whether the ids in the files are those of the other shop: those of customers and addresses are kept as external
 *     ids, and those of groups count only as far as they are in {@code groupIds}
 */
public record Translation(
        Map<String, String> websites,
        Map<String, String> stores,
        Map<String, String> groups,
        Map<String, String> groupIds,
        boolean foreign) {

    /** Of files that speak of this shop. */
    public static final Translation NONE = new Translation(Map.of(), Map.of(), Map.of(), Map.of(), false);

    String website(String code) {
        return websites.getOrDefault(code, code);
    }

    String store(String codeOrId) {
        return stores.getOrDefault(codeOrId, codeOrId);
    }

    String group(String code) {
        return groups.getOrDefault(code, code);
    }

    /** The code here of the group that the other shop has under the id; empty when nobody has said which that is. */
    Optional<String> groupOfId(String id) {
        return Optional.ofNullable(groupIds.get(id)).map(this::group);
    }
}
