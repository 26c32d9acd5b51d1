package io.clientele.attribute;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.clientele.shared.search.Search;
import io.clientele.shared.search.SearchCriteria;
import io.clientele.shared.search.SearchField;
import io.clientele.shared.search.SearchFields;
import io.clientele.shared.search.SearchResults;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The queries of attributes. What hangs on one is written and read as JSON, so that each is one statement. */
@ApplicationScoped
class AttributeRepository {

    private static final String COLUMNS = """
            a.id, a.entity, a.code, a.input, a.label,
            (select jsonb_object_agg(l.store_id, l.label) from attribute_label l where l.attribute_id = a.id) as labels,
            a.is_required, a.is_visible,
            (select jsonb_object_agg(w.website_id, jsonb_build_object('required', w.is_required, 'visible', w.is_visible))
                from attribute_website w where w.attribute_id = a.id) as websites,
            a.default_value, a.multiline_count, a.sort_order, a.forms, a.rules, a.input_filter,
            (select jsonb_agg(jsonb_build_object(
                    'value', o.id, 'label', o.label, 'sort', o.sort_order, 'default', o.is_default,
                    'labels', (select jsonb_object_agg(n.store_id, n.label)
                        from attribute_option_label n where n.option_id = o.id))
                    order by o.sort_order, o.id)
                from attribute_option o where o.attribute_id = a.id) as options,
            a.is_used_in_grid, a.is_filterable_in_grid, a.grid_match, a.is_searchable_in_grid,
            a.is_used_for_segments""";
    private static final String FROM = "attribute a";
    private static final String REVISION =
            "select coalesce(max(s.revision), 0) from snapshot_revision s where s.name = 'attribute'";
    private static final Search.Source SOURCE = new Search.Source(
            COLUMNS,
            FROM,
            new SearchFields(List.of(
                    SearchField.of("attribute_id", SearchField.Type.INTEGER, "a.id"),
                    SearchField.folded("attribute_code", "a.code"),
                    SearchField.folded("frontend_input", "a.input"),
                    SearchField.text("default_frontend_label", "a.label"),
                    SearchField.of("is_required", SearchField.Type.BOOLEAN, "a.is_required"),
                    SearchField.of("is_visible", SearchField.Type.BOOLEAN, "a.is_visible"),
                    SearchField.of("sort_order", SearchField.Type.INTEGER, "a.sort_order"),
                    SearchField.of("is_used_in_grid", SearchField.Type.BOOLEAN, "a.is_used_in_grid"),
                    SearchField.of("is_filterable_in_grid", SearchField.Type.BOOLEAN, "a.is_filterable_in_grid"),
                    SearchField.of("is_searchable_in_grid", SearchField.Type.BOOLEAN, "a.is_searchable_in_grid"),
                    SearchField.of(
                            "is_used_for_customer_segment", SearchField.Type.BOOLEAN, "a.is_used_for_segments"))),
            "a.id");

    private static final String INSERT = """
            insert into attribute (entity, code, input, label, is_required, is_visible, default_value, multiline_count,
                sort_order, forms, rules, input_filter, is_used_in_grid, is_filterable_in_grid, grid_match,
                is_searchable_in_grid, is_used_for_segments)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?) returning id""";
    private static final String UPDATE = """
            update attribute set label = ?, is_required = ?, is_visible = ?, default_value = ?, multiline_count = ?,
                sort_order = ?, forms = ?, rules = ?::jsonb, input_filter = ?, is_used_in_grid = ?,
                is_filterable_in_grid = ?, grid_match = ?, is_searchable_in_grid = ?, is_used_for_segments = ?
            where id = ?""";

    private final Database database;
    private final Search search;
    private final OptionRepository options;

    @Inject
    AttributeRepository(Database database, Search search, OptionRepository options) {
        this.database = database;
        this.search = search;
        this.options = options;
    }

    /** All attributes, read on a connection that is given. */
    static AttributeState state(Connection connection) throws SQLException {
        List<Attribute> defined = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement("select " + COLUMNS + " from " + FROM);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                defined.add(AttributeRow.read(row));
            }
        }
        try (PreparedStatement statement = connection.prepareStatement(REVISION);
                ResultSet row = statement.executeQuery()) {
            long revision = row.next() ? row.getLong(1) : 0;
            return new AttributeState(revision, BuiltInAttributes.ALL, defined);
        }
    }

    Optional<Attribute> attribute(AttributeOwner owner, String code) {
        return database.first(
                SqlFragment.of(
                        "select " + COLUMNS + " from " + FROM + " where a.entity = ? and a.code = ?",
                        owner.code(),
                        code),
                AttributeRow::read);
    }

    SearchResults<Attribute> search(AttributeOwner owner, SearchCriteria criteria) {
        return search.page(SOURCE, SqlFragment.of("a.entity = ?", owner.code()), criteria, AttributeRow::read);
    }

    /** Writes an attribute and all that hangs on it; one without an id is new. */
    void write(Attribute attribute) {
        int id = attribute.id() == 0 ? add(attribute) : change(attribute);
        database.run(SqlFragment.of("delete from attribute_label where attribute_id = ?", id));
        database.run(SqlFragment.of(
                "insert into attribute_label (attribute_id, store_id, label)"
                        + " select ?, l.key::integer, l.value from jsonb_each_text(?::jsonb) l",
                id,
                OptionRepository.labels(attribute.label()).toString()));
        database.run(SqlFragment.of("delete from attribute_website where attribute_id = ?", id));
        database.run(SqlFragment.of(
                "insert into attribute_website (attribute_id, website_id, is_required, is_visible)"
                        + " select ?, w.id, w.required, w.visible"
                        + " from jsonb_to_recordset(?::jsonb) as w (id integer, required boolean, visible boolean)",
                id,
                websites(attribute.websites()).toString()));
        if (attribute.input().hasOptions()) {
            options.write(id, attribute.options());
        }
    }

    /** What hangs on it goes with it. */
    void delete(Attribute attribute) {
        database.run(SqlFragment.of("delete from attribute where id = ?", attribute.id()));
    }

    private int add(Attribute attribute) {
        SqlFragment insert = SqlFragment.of(
                INSERT,
                attribute.owner().code(),
                attribute.code(),
                attribute.input().code(),
                attribute.label().fallback(),
                attribute.required(),
                attribute.visible(),
                attribute.defaultValue(),
                attribute.multilineCount(),
                attribute.sortOrder(),
                attribute.forms().toArray(new String[0]),
                json(attribute.rules()),
                word(attribute.filter()),
                attribute.grid().column(),
                attribute.grid().filter(),
                word(attribute.grid().match()),
                attribute.grid().search(),
                attribute.usedForSegments());
        return database.first(insert, row -> row.getInt(1)).orElseThrow();
    }

    private int change(Attribute attribute) {
        database.run(SqlFragment.of(
                UPDATE,
                attribute.label().fallback(),
                attribute.required(),
                attribute.visible(),
                attribute.defaultValue(),
                attribute.multilineCount(),
                attribute.sortOrder(),
                attribute.forms().toArray(new String[0]),
                json(attribute.rules()),
                word(attribute.filter()),
                attribute.grid().column(),
                attribute.grid().filter(),
                word(attribute.grid().match()),
                attribute.grid().search(),
                attribute.usedForSegments(),
                attribute.id()));
        return attribute.id();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** A list, since an object would not keep the order. */
    private static String json(Map<String, String> rules) {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        rules.forEach((name, value) -> json.addObject().put("name", name).put("value", value));
        return json.toString();
    }

    private static ArrayNode websites(Map<Integer, Attribute.InWebsite> websites) {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        websites.forEach((id, other) ->
                json.addObject().put("id", id).put("required", other.required()).put("visible", other.visible()));
        return json;
    }
}
