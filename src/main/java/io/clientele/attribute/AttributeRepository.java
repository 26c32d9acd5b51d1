package io.clientele.attribute;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The queries of attributes. */
final class AttributeRepository {

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
    private static final String REVISION = """
            select coalesce(max(s.revision), 0) from snapshot_revision s where s.name = 'attribute'""";

    private AttributeRepository() {}

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
}
