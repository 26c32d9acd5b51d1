package io.clientele.shared.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import graphql.language.AstPrinter;
import org.junit.jupiter.api.Test;

class SchemaMergeTest {

    private static final String STOREFRONT = """
            type Customer { id: ID! group(codes: [ID!], size: Int = 5): [String]! old: Int @deprecated team: Team }
            type Team { name: String! status: Status! }
            enum Status { ON OFF }
            """;
    private static final String SIGNATURES = """
            type Query { customer(kind: Kind!): Customer! other: Other }
            enum Kind { A B }
            type Other { name: String! gone: String! }
            input Wish { ids: [ID!]! unread: String }
            """;

    @Test
    void the_shape_is_published_and_the_rest_is_added() {
        String merged = merge("""
                type Query { customer(kind: String): Customer other: Other }
                type Customer { id: String group(codes: [String], size: Int): [String] own: Boolean }
                type Other { name: String }
                input Wish { ids: [String] }
                """);
        assertThat(merged)
                .contains("customer(kind: Kind!): Customer!")
                .contains("id: ID!")
                .contains("group(codes: [ID!], size: Int = 5): [String]!")
                .contains("old: Int @deprecated")
                .contains("own: Boolean")
                .contains("enum Kind")
                .contains("type Team")
                .contains("name: String!")
                .contains("ids: [ID!]!");
    }

    @Test
    void signatures_add_no_field_that_java_lacks() {
        String merged = merge("type Query { other: Other } type Other { name: String } input Wish { ids: [String] }");
        assertThat(merged).doesNotContain("gone").doesNotContain("unread").doesNotContain("customer(");
    }

    @Test
    void a_java_type_that_cannot_be_shown_as_published_is_named() {
        assertThatThrownBy(() -> merge("type Query { other: Stranger } type Stranger { name: String }"))
                .hasMessageContaining("Query.other is Stranger in Java and Other as published");
        assertThatThrownBy(() -> merge("type Query { other: [Other] } type Other { name: String }"))
                .hasMessageContaining("Query.other is [Other in Java and Other as published");
    }

    private static String merge(String java) {
        var registry = new SchemaMerge(
                        PublishedSdl.parse(java), PublishedSdl.parse(STOREFRONT), PublishedSdl.parse(SIGNATURES))
                .merge();
        StringBuilder text = new StringBuilder();
        registry.types()
                .values()
                .forEach(type -> text.append(AstPrinter.printAst(type)).append('\n'));
        return text.toString();
    }
}
