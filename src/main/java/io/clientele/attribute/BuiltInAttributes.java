package io.clientele.attribute;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The attributes every customer and address has, as the contract describes them; read from a table that is packaged. */
final class BuiltInAttributes {

    private static final List<String> GENDERS = List.of("Male", "Female", "Not Specified");

    /** Customers' attributes that no form shows. */
    private static final Set<String> WITHOUT_FORM =
            Set.of("created_in", "default_billing", "default_shipping", "confirmation", "created_at", "updated_at");

    /** Customers' attributes that administrators' forms show and shoppers' do not. */
    private static final Set<String> ADMINISTRATORS =
            Set.of("website_id", "store_id", "group_id", "disable_auto_group_change");

    static final List<Attribute> ALL = read();

    private BuiltInAttributes() {}

    private static List<Attribute> read() {
        List<Attribute> attributes = new ArrayList<>();
        try (InputStream stream = Objects.requireNonNull(
                        BuiltInAttributes.class.getResourceAsStream("/attribute/system-attributes.tsv"),
                        "attribute/system-attributes.tsv");
                BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            String[] header = Objects.requireNonNull(lines.readLine()).split("\t", -1);
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                attributes.add(attribute(attributes.size() + 1, row(header, line.split("\t", -1))));
            }
            return List.copyOf(attributes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> row(String[] header, String[] cells) {
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < header.length; i++) {
            row.put(header[i], i < cells.length ? cells[i] : "");
        }
        return row;
    }

    private static Attribute attribute(int id, Map<String, String> row) {
        AttributeOwner owner = AttributeOwner.valueOf(text(row, "entity").toUpperCase(Locale.ROOT));
        String code = text(row, "code");
        return new Attribute(
                id,
                owner,
                code,
                InputType.of(text(row, "frontend_input")).orElseThrow(),
                new Labels(text(row, "label"), Map.of()),
                flag(row, "required"),
                flag(row, "visible"),
                Map.of(),
                null,
                Rules.number(row.get("multiline_count")).orElse(0),
                Rules.number(row.get("sort_order")).orElse(0),
                forms(owner, code),
                rules(text(row, "validate_rules")),
                text(row, "input_filter").isEmpty()
                        ? InputFilter.NONE
                        : InputFilter.valueOf(text(row, "input_filter").toUpperCase(Locale.ROOT)),
                code.equals("gender") ? genders() : List.of(),
                new GridUse(
                        flag(row, "used_in_grid"),
                        flag(row, "visible_in_grid"),
                        flag(row, "filterable_in_grid"),
                        GridUse.Match.PARTIAL,
                        flag(row, "searchable_in_grid")),
                true,
                flag(row, "system"),
                false);
    }

    private static String text(Map<String, String> row, String column) {
        return row.getOrDefault(column, "").strip();
    }

    private static boolean flag(Map<String, String> row, String column) {
        return text(row, column).equals("true");
    }

    private static List<String> forms(AttributeOwner owner, String code) {
        if (owner == AttributeOwner.CUSTOMER && WITHOUT_FORM.contains(code)) {
            return List.of();
        }
        if (owner == AttributeOwner.CUSTOMER && ADMINISTRATORS.contains(code)) {
            return List.of(AttributeForms.ADMIN_CUSTOMER);
        }
        return AttributeForms.of(owner);
    }

    private static Map<String, String> rules(String json) {
        Map<String, String> rules = new LinkedHashMap<>();
        if (!json.isEmpty()) {
            try {
                JsonNode parsed = new ObjectMapper().readTree(json);
                parsed.properties()
                        .forEach(
                                rule -> rules.put(rule.getKey(), rule.getValue().asText()));
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException(e);
            }
        }
        return Collections.unmodifiableMap(rules);
    }

    /** The first one stands for "nothing chosen". */
    private static List<AttributeOption> genders() {
        List<AttributeOption> options = new ArrayList<>();
        options.add(new AttributeOption("", new Labels(" ", Map.of()), 0, false));
        for (int i = 0; i < GENDERS.size(); i++) {
            options.add(
                    new AttributeOption(Integer.toString(i + 1), new Labels(GENDERS.get(i), Map.of()), i + 1, false));
        }
        return List.copyOf(options);
    }
}
