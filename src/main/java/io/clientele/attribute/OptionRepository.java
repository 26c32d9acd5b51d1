package io.clientele.attribute;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Iterator;
import java.util.List;

/** Writes the options of attributes; they are read with their attribute. */
@ApplicationScoped
class OptionRepository {

    private final Database database;

    @Inject
    OptionRepository(Database database) {
        this.database = database;
    }

    /** The whole list: what is not in it goes, what has no id yet gets one. */
    void write(int attributeId, List<AttributeOption> options) {
        long added = options.stream().filter(option -> option.value().isEmpty()).count();
        Iterator<Integer> fresh = database.list(
                        SqlFragment.of(
                                "select nextval(pg_get_serial_sequence('attribute_option', 'id'))"
                                        + " from generate_series(1, ?)",
                                (int) added),
                        row -> row.getInt(1))
                .iterator();
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        for (AttributeOption option : options) {
            rows.addObject()
                    .put("id", option.value().isEmpty() ? fresh.next() : Integer.valueOf(option.value()))
                    .put("label", option.label().fallback())
                    .put("sort_order", option.sortOrder())
                    .put("is_default", option.isDefault())
                    .set("labels", labels(option.label()));
        }
        String json = rows.toString();
        database.run(SqlFragment.of(
                "delete from attribute_option where attribute_id = ?"
                        + " and id not in (select g.id from jsonb_to_recordset(?::jsonb) as g (id integer))",
                attributeId,
                json));
        database.run(SqlFragment.of("""
                insert into attribute_option (id, attribute_id, label, sort_order, is_default)
                select g.id, ?, g.label, g.sort_order, g.is_default
                from jsonb_to_recordset(?::jsonb) as g (id integer, label text, sort_order integer, is_default boolean)
                on conflict (id) do update set label = excluded.label, sort_order = excluded.sort_order,
                    is_default = excluded.is_default""", attributeId, json));
        database.run(SqlFragment.of(
                "delete from attribute_option_label where option_id in"
                        + " (select o.id from attribute_option o where o.attribute_id = ?)",
                attributeId));
        database.run(SqlFragment.of(
                "insert into attribute_option_label (option_id, store_id, label)"
                        + " select g.id, l.key::integer, l.value"
                        + " from jsonb_to_recordset(?::jsonb) as g (id integer, labels jsonb),"
                        + " jsonb_each_text(g.labels) l",
                json));
    }

    /** Labels as an object by the store view's id. */
    static ObjectNode labels(Labels labels) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        labels.byStore().forEach((storeId, label) -> json.put(Integer.toString(storeId), label));
        return json;
    }
}
