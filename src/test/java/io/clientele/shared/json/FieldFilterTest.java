package io.clientele.shared.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

class FieldFilterTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String CUSTOMER = """
            {"id":1,"email":"a@b.c",
             "addresses":[{"id":7,"city":"Bonn","region":{"region_code":"NW","region":"North"}},{"id":8}],
             "custom_attributes":[{"attribute_code":"hobby","value":"chess"},{"attribute_code":"size","value":"4"}]}""";

    @Test
    void only_the_named_properties_stay_in_the_order_named() {
        is("email,id", CUSTOMER, "{\"email\":\"a@b.c\",\"id\":1}");
        is("email,", CUSTOMER, "{\"email\":\"a@b.c\"}");
        is("nothing", CUSTOMER, "{}");
    }

    @Test
    void names_nest_in_brackets_and_apply_to_each_element() {
        is(
                "id,addresses[city,region[region_code]]",
                CUSTOMER,
                "{\"id\":1,\"addresses\":[{\"city\":\"Bonn\",\"region\":{\"region_code\":\"NW\"}},{}]}");
        is("id", "[{\"id\":1,\"x\":2},{\"x\":3}]", "[{\"id\":1},{}]");
        is(
                "items[id],total_count",
                "{\"items\":[{\"id\":1,\"x\":2}],\"total_count\":1,\"search_criteria\":{}}",
                "{\"items\":[{\"id\":1}],\"total_count\":1}");
        is("addresses", "{\"addresses\":[]}", "{\"addresses\":[]}");
    }

    @Test
    void custom_attributes_are_named_by_their_codes() {
        is(
                "custom_attributes[hobby]",
                CUSTOMER,
                "{\"custom_attributes\":[{\"attribute_code\":\"hobby\",\"value\":\"chess\"}]}");
        is(
                "custom_attributes[attribute_code]",
                CUSTOMER,
                "{\"custom_attributes\":[{\"attribute_code\":\"hobby\"},{\"attribute_code\":\"size\"}]}");
        is("custom_attributes[unknown]", CUSTOMER, "{\"custom_attributes\":[]}");
    }

    @Test
    void an_invalid_filter_yields_an_empty_list() {
        for (String fields : new String[] {
            "id;email",
            "id email",
            "id[",
            "id]",
            "addresses[city",
            "addresses[city]]",
            "a.b",
            "%",
            "id\n",
            "a[".repeat(30) + "x" + "]".repeat(30)
        }) {
            is(fields, CUSTOMER, "[]");
        }
    }

    @Test
    void a_scalar_stays_as_it_is() {
        is("id", "true", "true");
        is("id;", "\"text\"", "\"text\"");
    }

    private static void is(String fields, String answer, String expected) {
        JsonNode filtered = FieldFilter.apply(fields, tree(answer));
        assertThat(filtered).as(fields).isEqualTo(tree(expected));
        assertThat(filtered.toString()).as(fields).isEqualTo(tree(expected).toString());
    }

    private static JsonNode tree(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
