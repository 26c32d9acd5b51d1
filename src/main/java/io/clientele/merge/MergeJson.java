package io.clientele.merge;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clientele.shared.json.StoredJson;
import java.util.ArrayList;
import java.util.List;

/** Looks into rows that are remembered as JSON. */
final class MergeJson {

    private MergeJson() {}

    /** The names of the row's columns. */
    static List<String> names(String row) {
        List<String> names = new ArrayList<>();
        read(row).fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** The row with these columns only. */
    static String only(String row, List<String> columns) {
        ObjectNode all = read(row);
        ObjectNode some = JsonNodeFactory.instance.objectNode();
        columns.forEach(column -> some.set(column, all.path(column)));
        return some.toString();
    }

    private static ObjectNode read(String row) {
        return StoredJson.read(row, ObjectNode.class);
    }
}
