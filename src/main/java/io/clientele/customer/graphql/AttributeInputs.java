package io.clientele.customer.graphql;

import jakarta.json.bind.annotation.JsonbProperty;
import java.util.List;
import org.eclipse.microprofile.graphql.Name;
import org.jspecify.annotations.Nullable;

/** Values of custom attributes as GraphQL takes them. A shop that defined none has none to give: they have no effect. */
public final class AttributeInputs {

    private AttributeInputs() {}

    /** A value by its attribute's code. */
    @Name("AttributeValueInput")
    public static class AttributeValue {
        @JsonbProperty("attribute_code")
        public @Nullable String attributeCode;

        public @Nullable String value;

        @JsonbProperty("selected_options")
        public @Nullable List<SelectedOption> selectedOptions;
    }

    /** An option by its value. */
    @Name("AttributeInputSelectedOption")
    public static class SelectedOption {
        public @Nullable String value;
    }

    /** A value as older clients send it. */
    @Name("CustomerAddressAttributeInput")
    public static class OlderValue {
        @JsonbProperty("attribute_code")
        public @Nullable String attributeCode;

        public @Nullable String value;
    }
}
