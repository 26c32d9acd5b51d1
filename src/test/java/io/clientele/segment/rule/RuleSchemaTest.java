package io.clientele.segment.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import io.clientele.segment.rule.tree.ApplyTo;
import io.clientele.shared.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The schema says of rules what the reader says, judged by a library that knows schemas and nothing of rules. */
class RuleSchemaTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pools POOLS = Pools.hostile();
    private static final Known KNOWN = new PoolsKnown(POOLS);
    private static final JsonNode SCHEMA = JSON.valueToTree(new RuleSchema(KNOWN).schema());
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    private final JsonSchema schema = FACTORY.getSchema(SCHEMA);
    private final Random random = new Random(20_261_127);
    private final RandomRules rules = new RandomRules(random, POOLS);

    @Test
    void the_schema_is_one() {
        JsonSchema ofSchemas = FACTORY.getSchema(SchemaLocation.of(SchemaId.V202012));
        assertThat(ofSchemas.validate(SCHEMA)).isEmpty();
    }

    @Test
    void rules_fit_the_schema() {
        for (int run = 0; run < 1_500; run++) {
            ObjectNode rule = RuleJson.of(rules.rule(1 + run % 4).root());
            assertThat(schema.validate(rule)).as(rule.toString()).isEmpty();
        }
    }

    /** One thing in a rule is changed, most of the time to something wrong; then both have to say the same. */
    @Test
    void what_the_schema_refuses_the_reader_refuses_and_the_other_way_round() {
        int refused = 0;
        for (int run = 0; run < 4_000; run++) {
            ObjectNode rule = RuleJson.of(rules.rule(1 + run % 3).root());
            spoil(rule);
            boolean fits = schema.validate(rule).isEmpty();
            assertThat(isRead(rule)).as(rule.toString()).isEqualTo(fits);
            refused += fits ? 0 : 1;
        }
        assertThat(refused).isGreaterThan(2_500);
    }

    private void spoil(ObjectNode rule) {
        List<ObjectNode> objects = new ArrayList<>();
        collect(rule, objects);
        ObjectNode one = objects.get(random.nextInt(objects.size()));
        List<String> names = new ArrayList<>();
        one.fieldNames().forEachRemaining(names::add);
        String name = names.get(random.nextInt(names.size()));
        switch (random.nextInt(8)) {
            case 0 -> one.remove(name);
            case 1 -> one.put("x" + name, 1);
            case 2 -> one.put(name, "nonsense");
            case 3 -> one.put(name, -1.5);
            case 4 -> one.putArray(name);
            case 5 -> one.putObject(name);
            case 6 -> one.putArray(name).add("nonsense").add(true).add(3);
            default -> one.put(name, "");
        }
    }

    private static void collect(JsonNode node, List<ObjectNode> objects) {
        if (node instanceof ObjectNode object) {
            objects.add(object);
        }
        if (node instanceof ObjectNode || node instanceof ArrayNode) {
            node.forEach(each -> collect(each, objects));
        }
    }

    private static boolean isRead(JsonNode rule) {
        try {
            RuleReader.read(JsonSent.of(rule), KNOWN, ApplyTo.REGISTERED);
            return true;
        } catch (Refusal refusal) {
            return false;
        }
    }
}
