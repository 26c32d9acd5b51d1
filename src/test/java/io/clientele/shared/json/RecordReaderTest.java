package io.clientele.shared.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clientele.shared.Refusal;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordReaderTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    static {
        new JsonConfiguration().customize(MAPPER);
    }

    record Parameters(
            Thing thing,
            @Nullable Integer storeId,
            @Nullable List<Integer> ids) {}

    record Thing(
            @Nullable Integer groupId,
            @Nullable Long bigNumber,
            @Nullable String name,
            @Nullable Boolean isActive,
            @Nullable BigDecimal price,
            @Nullable List<String> street,
            @Nullable List<Thing> parts,
            @Nullable Thing inner,
            @Nullable List<CustomAttribute> customAttributes) {}

    record Counts(long sent, boolean isNew) {}

    record Two(String first, String second) {}

    @Test
    void scalars_convert_where_nothing_is_lost() {
        Thing thing = thing(
                "{\"group_id\":\"12\",\"bigNumber\":9223372036854775807,\"name\":7,\"is_active\":\"1\",\"price\":\"9.90\"}");
        assertThat(thing.groupId()).isEqualTo(12);
        assertThat(thing.bigNumber()).isEqualTo(Long.MAX_VALUE);
        assertThat(thing.name()).isEqualTo("7");
        assertThat(thing.isActive()).isTrue();
        assertThat(thing.price()).isEqualTo("9.90");
        assertThat(thing("{\"groupId\":3.0,\"price\":1e2,\"is_active\":0}").groupId())
                .isEqualTo(3);
    }

    @Test
    void what_is_not_supplied_or_null_is_null_and_empty_stays_empty() {
        Thing thing = thing("{\"name\":\"\",\"street\":[],\"groupId\":null}");
        assertThat(thing.name()).isEmpty();
        assertThat(thing.street()).isEmpty();
        assertThat(thing.groupId()).isNull();
        assertThat(thing.inner()).isNull();
    }

    @Test
    void what_cannot_be_null_is_nought_or_no_when_it_is_null_or_not_supplied() throws JsonProcessingException {
        JsonNode node = MAPPER.readTree("{\"sent\": null}");
        assertThat(RecordReader.object(Counts.class, "counts", node)).isEqualTo(new Counts(0, false));
    }

    @Test
    void objects_and_lists_of_them_nest() {
        Thing thing = thing("{\"parts\":[{\"name\":\"a\"},{\"inner\":{\"groupId\":1}}]}");
        assertThat(thing.parts()).extracting(Thing::name).containsExactly("a", null);
        assertThat(thing.parts())
                .last()
                .extracting(Thing::inner)
                .extracting(Thing::groupId)
                .isEqualTo(1);
    }

    @Test
    void a_property_of_the_wrong_type_is_named_as_the_contract_spells_it() {
        Map<String, String> wrong = new LinkedHashMap<>();
        wrong.put("groupId", "\"x\"");
        wrong.put("group_id", "2147483648");
        wrong.put("bigNumber", "1e400");
        wrong.put("price", "\"1e400\"");
        wrong.put("isActive", "\"maybe\"");
        wrong.put("name", "{}");
        wrong.put("street", "\"one line\"");
        wrong.put("parts", "{}");
        wrong.put("inner", "[]");
        wrong.put("customAttributes", "7");
        wrong.forEach((name, value) -> {
            Refusal refusal = refused("{\"thing\":{\"" + name + "\":" + value + "}}");
            assertThat(refusal.template()).isEqualTo("Error occurred during \"%field_name\" processing. %details");
            assertThat(refusal.parameters())
                    .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                    .containsEntry("field_name", Names.snake(name));
        });
        assertThat(refused("{\"thing\":{\"group_id\":\"x\"}}").rendered())
                .isEqualTo("Error occurred during \"group_id\" processing. The \"x\" value's type is invalid."
                        + " The \"int\" type was expected. Verify and try again.");
        assertThat(refused("{\"thing\":{\"street\":\"x\"}}").rendered())
                .isEqualTo("Error occurred during \"street\" processing. \"street\" does not contains valid value.");
    }

    @Test
    void a_parameter_of_the_wrong_type_is_told_as_it_is() {
        Refusal refusal = refused("{\"thing\":{},\"storeId\":\"x\"}");
        assertThat(refusal.template())
                .isEqualTo(
                        "The \"%value\" value's type is invalid. The \"%type\" type was expected. Verify and try again.");
        assertThat(refusal.parameters()).isEqualTo(Map.of("value", "x", "type", "int"));
        assertThat(refused("{\"thing\":{},\"storeId\":\"\uff11\"}").parameters())
                .isEqualTo(Map.of("value", "\uff11", "type", "int"));
        assertThat(refused("{\"thing\":{},\"ids\":[\"x\"]}").parameters())
                .isEqualTo(Map.of("value", "x", "type", "int"));
    }

    @Test
    void missing_parameters_are_told_together_and_nullable_ones_are_not_missing() {
        assertThat(RecordReader.parameters(Parameters.class, tree("{\"thing\":{}}"))
                        .storeId())
                .isNull();
        Refusal two = catchThrowableOfType(Refusal.class, () -> RecordReader.parameters(Two.class, tree("{}")));
        assertThat(two.errors())
                .extracting(Refusal::rendered)
                .containsExactly(
                        "\"first\" is required. Enter and try again.", "\"second\" is required. Enter and try again.");
    }

    @Test
    void unknown_properties_aggregate_and_those_without_content_pass() {
        assertThat(refused("{\"thing\":{\"no_such\":1}}").parameters()).isEqualTo(Map.of("fieldName", "NoSuch"));
        assertThat(refused("{\"thing\":{\"noSuch\":1,\"_other_one\":true}}").errors())
                .extracting(Refusal::parameters)
                .containsExactly(Map.of("fieldName", "NoSuch"), Map.of("fieldName", "OtherOne"));
        assertThat(thing("{\"noSuch\":null,\"other\":[],\"more\":{}}").name()).isNull();
        assertThat(RecordReader.parameters(Parameters.class, tree("{\"thing\":{},\"unknown\":1}")))
                .isNotNull();
    }

    @Test
    void custom_attributes_come_as_a_list_or_by_their_codes() {
        assertThat(thing("{\"custom_attributes\":[{\"attributeCode\":\"a\",\"value\":1}]}")
                        .customAttributes())
                .extracting(CustomAttribute::attributeCode, each -> each.value().asText())
                .containsExactly(org.assertj.core.groups.Tuple.tuple("a", "1"));
        assertThat(thing("{\"custom_attributes\":{\"a\":\"x\",\"k\":{\"attribute_code\":\"b\",\"value\":[1,2]}}}")
                        .customAttributes())
                .extracting(CustomAttribute::attributeCode)
                .containsExactly("a", "b");
    }

    @Test
    void custom_attributes_need_a_code_and_a_value() {
        assertThat(attributes("[{}]").template())
                .isEqualTo("An empty custom attribute is specified. Enter the attribute and try again.");
        assertThat(attributes("[{\"value\":1}]").template())
                .isEqualTo(
                        "A custom attribute is specified with a missing attribute code. Verify the code and try again.");
        Refusal noValue = attributes("[{\"attribute_code\":\"hobby\"}]");
        assertThat(noValue.rendered())
                .isEqualTo("The \"hobby\" attribute code doesn't have a value set. Enter the value and try again.");
    }

    @Test
    void a_parameter_of_the_query_wins_over_the_body() {
        Parameters parameters = BodyReader.read(
                Parameters.class,
                (ObjectNode) tree("{\"thing\":{},\"store_id\":1,\"storeId\":2}"),
                Map.of("store_Id", List.of("3"), "thing", List.of("ignored"), "other", List.of("x")));
        assertThat(parameters.storeId()).isEqualTo(3);
    }

    @Test
    void a_text_may_hold_any_letter_but_not_half_of_one() {
        assertThat(thing("{\"name\":\"\\ud83d\\ude00\"}").name()).isEqualTo("😀");
        for (String broken : new String[] {"\\ud83d", "\\ude00", "\\ude00\\ud83d", "a\\u0000"}) {
            assertThat(refused("{\"thing\":{\"name\":\"" + broken + "\"}}").rendered())
                    .contains("\"name\"");
            assertThat(refused("{\"thing\":{\"street\":[\"" + broken + "\"]}}").rendered())
                    .contains("\"street\"");
        }
    }

    private static Refusal attributes(String json) {
        return refused("{\"thing\":{\"custom_attributes\":" + json + "}}");
    }

    private static Thing thing(String json) {
        return RecordReader.parameters(Parameters.class, tree("{\"thing\":" + json + "}"))
                .thing();
    }

    private static Refusal refused(String json) {
        Refusal refusal =
                catchThrowableOfType(Refusal.class, () -> RecordReader.parameters(Parameters.class, tree(json)));
        assertThat(refusal).as(json).isNotNull();
        return refusal;
    }

    private static JsonNode tree(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
