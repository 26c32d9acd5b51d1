package io.clientele.customer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clientele.attribute.Attribute;
import io.clientele.attribute.AttributeValues;
import io.clientele.customer.MergedField.Rule;
import io.clientele.customer.MergedField.Side;
import io.clientele.shared.Refusals;
import io.clientele.shared.json.StoredJson;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decides, field by field, which of two accounts has the say. */
final class MergeFields {

    /** Fields of which both accounts usually have one, with the columns that go along. */
    private static final Map<String, List<String>> OWN = new LinkedHashMap<>();

    /** Fields that are filled from the other account where they are empty. */
    private static final List<String> FILLED =
            List.of("prefix", "middlename", "suffix", "dob", "gender", "taxvat", "external_id");

    private static final String CREATED_AT = "created_at";

    static {
        OWN.put("email", List.of("email", "email_key", "email_verified_at", "confirmation"));
        OWN.put("firstname", List.of("firstname"));
        OWN.put("lastname", List.of("lastname"));
        OWN.put("group_id", List.of("group_id", "vat_basis", "disable_auto_group_change"));
    }

    private final ObjectNode stays;
    private final ObjectNode goes;
    private final List<Attribute> attributes;

    /** @param stays the rows of the accounts as JSON */
    MergeFields(String stays, String goes, List<Attribute> attributes) {
        this.stays = read(stays);
        this.goes = read(goes);
        this.attributes = attributes;
    }

    static ObjectNode read(String row) {
        return StoredJson.read(row, ObjectNode.class);
    }

    /** The columns of the row that a field stands for. */
    static List<String> columns(String field) {
        return OWN.getOrDefault(field, List.of(field));
    }

    /** The fields that the columns stand for. */
    static List<String> fieldsOf(List<String> columns) {
        return columns.stream()
                .filter(column ->
                        OWN.containsKey(column) || OWN.values().stream().noneMatch(along -> along.contains(column)))
                .toList();
    }

    /**
     * All fields, those of the merchant's attributes last.
     *
     * @param choices what the caller wants, by the field's name
     * @throws io.clientele.shared.Refusal when there is no such field
     */
    List<MergedField> decided(Map<String, Side> choices) {
        List<MergedField> all = new ArrayList<>();
        OWN.keySet().forEach(name -> all.add(field(name, text(stays, name), text(goes, name), Rule.SURVIVOR, choices)));
        FILLED.forEach(
                name -> all.add(field(name, text(stays, name), text(goes, name), Rule.SURVIVOR_UNLESS_EMPTY, choices)));
        all.add(field(CREATED_AT, text(stays, CREATED_AT), text(goes, CREATED_AT), Rule.EARLIER, choices));
        for (Attribute each : attributes) {
            all.add(field(each.code(), value(stays, each), value(goes, each), Rule.SURVIVOR_UNLESS_EMPTY, choices));
        }
        for (String name : choices.keySet()) {
            if (all.stream().noneMatch(field -> field.name().equals(name))) {
                throw Refusals.invalidValue("field", name);
            }
        }
        return all;
    }

    private static MergedField field(
            String name, @Nullable String survivor, @Nullable String merged, Rule rule, Map<String, Side> choices) {
        Side chosen = choices.get(name);
        return chosen == null
                ? new MergedField(name, survivor, merged, usual(rule, survivor, merged), rule)
                : new MergedField(name, survivor, merged, chosen, Rule.CHOSEN);
    }

    private static Side usual(Rule rule, @Nullable String survivor, @Nullable String merged) {
        boolean other = switch (rule) {
            case SURVIVOR, CHOSEN -> false;
            case SURVIVOR_UNLESS_EMPTY -> survivor == null && merged != null;
            case EARLIER -> survivor != null && merged != null && moment(merged).isBefore(moment(survivor));
        };
        return other ? Side.MERGED : Side.SURVIVOR;
    }

    private static Instant moment(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    /** Null for what says nothing: no value, an empty text, a gender of 0. */
    private static @Nullable String text(ObjectNode row, String column) {
        JsonNode value = row.path(column);
        boolean nothing = value.isNull()
                || value.isMissingNode()
                || value.asText().isBlank()
                || (column.equals("gender") && value.asInt() == 0);
        return nothing ? null : value.asText();
    }

    private static @Nullable String value(ObjectNode row, Attribute attribute) {
        JsonNode value = row.path("attributes").path(attribute.key());
        return value.isMissingNode() || value.isNull() ? null : AttributeValues.text(attribute, value);
    }

    /** The columns that the account that stays takes from the other. */
    List<String> taken(List<MergedField> decided) {
        return decided.stream()
                .filter(field -> field.taken() == Side.MERGED && attribute(field.name()) == null)
                .flatMap(field -> columns(field.name()).stream())
                .toList();
    }

    /** The attributes whose values it takes. */
    List<Attribute> takenAttributes(List<MergedField> decided) {
        List<Attribute> taken = new ArrayList<>();
        for (MergedField field : decided) {
            Attribute attribute = attribute(field.name());
            if (attribute != null && field.taken() == Side.MERGED) {
                taken.add(attribute);
            }
        }
        return taken;
    }

    private @Nullable Attribute attribute(String code) {
        return attributes.stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElse(null);
    }

    /** The paths of the files among these attributes' values. */
    static List<String> files(String row, List<Attribute> among) {
        JsonNode values = read(row).path("attributes");
        return among.stream()
                .filter(each -> each.input().isFile() && values.hasNonNull(each.key()))
                .map(each -> values.get(each.key()).asText())
                .toList();
    }
}
