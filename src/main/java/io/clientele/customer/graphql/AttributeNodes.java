package io.clientele.customer.graphql;

import io.clientele.attribute.Attribute;
import io.clientele.attribute.AttributeSet;
import io.clientele.attribute.AttributeValues;
import io.clientele.attribute.AttributeValues.SelectedOption;
import java.util.List;
import java.util.function.Predicate;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;

/** Values of custom attributes as GraphQL shows them: as text, or as options with their labels. */
public final class AttributeNodes {

    private AttributeNodes() {}

    /** A value. */
    @Name("AttributeValueInterface")
    public interface ValueNode {
        @Id
        String getCode();
    }

    /** A value that is a text. */
    @Name("AttributeValue")
    public static final class TextNode implements ValueNode {
        private final String code;
        private final String value;

        TextNode(String code, String value) {
            this.code = code;
            this.value = value;
        }

        @Id
        @Override
        public String getCode() {
            return code;
        }

        public String getValue() {
            return value;
        }
    }

    /** A value that names options. */
    @Name("AttributeSelectedOptions")
    public static final class OptionsNode implements ValueNode {
        private final String code;
        private final List<OptionNode> options;

        OptionsNode(String code, List<OptionNode> options) {
            this.code = code;
            this.options = options;
        }

        @Id
        @Override
        public String getCode() {
            return code;
        }

        @Name("selected_options")
        public List<OptionNode> getSelectedOptions() {
            return options;
        }
    }

    /** An option. */
    @Name("AttributeSelectedOption")
    public record OptionNode(String label, String value) {

        static OptionNode of(SelectedOption option) {
            return new OptionNode(option.label(), option.value());
        }
    }

    /** A value in the form of older clients. */
    @Name("CustomerAddressAttribute")
    public record OlderNode(@Name("attribute_code") String attributeCode, String value) {}

    /** The values whose attributes pass, with labels of the store view. */
    public static List<ValueNode> of(AttributeSet values, Predicate<Attribute> which, int storeId) {
        return values.values().stream()
                .filter(each -> which.test(each.attribute()))
                .map(each -> node(each, storeId))
                .toList();
    }

    static List<OlderNode> older(AttributeSet values, Predicate<Attribute> which) {
        return values.values().stream()
                .filter(each -> which.test(each.attribute()))
                .map(each ->
                        new OlderNode(each.attribute().code(), AttributeValues.text(each.attribute(), each.value())))
                .toList();
    }

    private static ValueNode node(AttributeSet.Value each, int storeId) {
        Attribute attribute = each.attribute();
        if (attribute.input().hasOptions()) {
            return new OptionsNode(
                    attribute.code(),
                    AttributeValues.selected(attribute, each.value(), storeId).stream()
                            .map(OptionNode::of)
                            .toList());
        }
        return new TextNode(attribute.code(), AttributeValues.text(attribute, each.value()));
    }
}
