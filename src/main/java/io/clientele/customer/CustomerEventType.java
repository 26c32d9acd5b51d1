package io.clientele.customer;

import io.clientele.event.EventShape;
import io.clientele.event.EventType;
import java.util.Map;

/** What is told of accounts. */
enum CustomerEventType implements EventType {
    CREATED("customer.created", "An account was made."),
    CHANGED("customer.changed", "An account, its address book or what other features keep of it was changed."),
    DELETED("customer.deleted", "An account was deleted."),
    SIGNED_IN("customer.signed_in", "A customer signed in with a password."),
    GROUP_CHANGED("customer.group_changed", "A customer is in another group.");

    private final String type;
    private final String description;

    CustomerEventType(String type, String description) {
        this.type = type;
        this.description = description;
    }

    @Override
    public String type() {
        return type;
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public Map<String, Object> dataSchema() {
        EventShape shape = EventShape.data()
                .integer("customer_id", "The account's id")
                .integer("website_id", "The website it belongs to");
        if (this == GROUP_CHANGED) {
            shape.integer("from_group_id", "The group before")
                    .integer("to_group_id", "The group now")
                    .text("reason", "manual, group_deleted, or the outcome of the check of a VAT number");
        }
        return shape.schema();
    }
}
