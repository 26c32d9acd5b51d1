package io.clientele.attribute;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.shared.CurrentCaller;
import io.clientele.store.StoreScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** Takes values into the column of a customer or an address, in the circumstances of the request in hand. */
@ApplicationScoped
public class ValueMerge {

    private final Attributes attributes;
    private final AttributeValues values;
    private final CurrentCaller caller;
    private final StoreScope store;

    @Inject
    ValueMerge(Attributes attributes, AttributeValues values, CurrentCaller caller, StoreScope store) {
        this.attributes = attributes;
        this.values = values;
        this.caller = caller;
        this.store = store;
    }

    /**
     * What the column holds afterwards. Codes that no attribute has are ignored, as the contract has it.
     *
     * @param column what it holds now
     * @param given the values by attribute code; null and empty ones clear
     * @param websiteId the website of the customer
     * @param isNew whether the customer or address is being created
     * @throws io.clientele.shared.Refusal for values that break a rule, all of them at once
     */
    public String into(
            AttributeOwner entity, String column, Map<String, JsonNode> given, int websiteId, boolean isNew) {
        List<Attribute> defined = attributes.custom(entity);
        if (defined.isEmpty() || (given.isEmpty() && !isNew)) {
            return column;
        }
        return AttributeSet.column(
                defined,
                values.merge(entity, AttributeSet.read(defined, column).byCode(), given, scope(websiteId, isNew)));
    }

    private ValueScope scope(int websiteId, boolean isNew) {
        boolean shopper = ReadableAttributes.isShopper(caller.get());
        return new ValueScope(
                websiteId,
                store.storeId(),
                isNew,
                shopper ? ValueScope.Writer.SHOPPER : ValueScope.Writer.ADMINISTRATOR,
                ValueScope.Unknown.IGNORE);
    }
}
