package io.clientele.customer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.clientele.attribute.Attribute;
import io.clientele.attribute.AttributeOwner;
import io.clientele.attribute.AttributeSet;
import io.clientele.attribute.Attributes;
import io.clientele.attribute.ReadableAttributes;
import io.clientele.attribute.ValueMerge;
import io.clientele.shared.Refusal;
import io.clientele.shared.Refusals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives many accounts values of one of the merchant's attributes, in the transaction in hand. */
@ApplicationScoped
public class AttributeBatch {

    private final CustomerBatchRepository rows;
    private final Attributes attributes;
    private final ReadableAttributes readable;
    private final ValueMerge values;
    private final CustomerKeywords keywords;
    private final AccountAudit audit;
    private final Clock clock;

    @Inject
    AttributeBatch(
            CustomerBatchRepository rows,
            Attributes attributes,
            ReadableAttributes readable,
            ValueMerge values,
            CustomerKeywords keywords,
            AccountAudit audit,
            Clock clock) {
        this.rows = rows;
        this.attributes = attributes;
        this.readable = readable;
        this.values = values;
        this.keywords = keywords;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws Refusal when the merchant has no such attribute, or it is of files, which belong to one customer each */
    public void check(String code) {
        boolean known = attributes
                .find(AttributeOwner.CUSTOMER, code)
                .filter(Attribute::userDefined)
                .filter(attribute -> !attribute.input().isFile())
                .isPresent();
        if (!known) {
            throw Refusals.invalidValue("attribute_code", code);
        }
    }

    /**
     * What became of it.
     *
     * @param columns the values of those that have others now, as {@link HeldCustomer#attributes}
     * @param refused why some could not have theirs
     */
    public record Given(Map<Long, String> columns, Map<Long, Refusal> refused) {}

    /**
     * The value in a column, in the form it can be given in; JSON null for none.
     *
     * @param column as {@link HeldCustomer#attributes}
     */
    public JsonNode value(String column, String code) {
        return AttributeSet.read(readable.of(AttributeOwner.CUSTOMER), column).values().stream()
                .filter(each -> each.attribute().code().equals(code))
                .map(AttributeSet.Value::value)
                .findFirst()
                .orElse(NullNode.getInstance());
    }

    /**
     * Gives the accounts the values; those that have them already are passed over.
     *
     * @param given the value of each, by id
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Given give(List<HeldCustomer> held, String code, Map<Long, JsonNode> given) {
        Map<Long, Refusal> refused = new HashMap<>();
        Map<Long, String> changed = new HashMap<>();
        for (HeldCustomer each : held) {
            JsonNode value = given.get(each.id());
            if (value == null) {
                continue;
            }
            try {
                String column = values.into(
                        AttributeOwner.CUSTOMER, each.attributes(), Map.of(code, value), each.websiteId(), false);
                Map<String, JsonNode> before = shown(each.attributes());
                Map<String, JsonNode> after = shown(column);
                if (!before.equals(after)) {
                    changed.put(each.id(), column);
                    audit.attributesChanged(each, before, after);
                }
            } catch (Refusal e) {
                refused.put(each.id(), e);
            }
        }
        if (!changed.isEmpty()) {
            rows.setAttributes(changed, clock.instant());
            keywords.refresh(
                    changed.keySet().stream().mapToLong(Long::longValue).toArray());
        }
        return new Given(changed, refused);
    }

    private Map<String, JsonNode> shown(String column) {
        return AttributeSet.read(readable.of(AttributeOwner.CUSTOMER), column).shown();
    }
}
