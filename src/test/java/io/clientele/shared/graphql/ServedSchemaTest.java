package io.clientele.shared.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.language.AstPrinter;
import graphql.language.ImplementingTypeDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLTypeUtil;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ServedSchemaTest {

    @Inject
    ServedSchema served;

    @Test
    void every_published_field_is_served_with_its_published_type() {
        SoftAssertions all = new SoftAssertions();
        PublishedSdl.storefront().types().values().forEach(type -> {
            if (type instanceof ImplementingTypeDefinition<?> published) {
                var actual = (GraphQLFieldsContainer) served.schema().getType(published.getName());
                published.getFieldDefinitions().forEach(field -> {
                    GraphQLFieldDefinition found = actual.getFieldDefinition(field.getName());
                    String path = published.getName() + "." + field.getName();
                    all.assertThat(found).as(path).isNotNull();
                    all.assertThat(GraphQLTypeUtil.simplePrint(found.getType()))
                            .as(path)
                            .isEqualTo(AstPrinter.printAst(field.getType()));
                    all.assertThat(found.isDeprecated()).as(path).isEqualTo(field.hasDirective("deprecated"));
                    field.getInputValueDefinitions()
                            .forEach(argument -> all.assertThat(
                                            GraphQLTypeUtil.simplePrint(found.getArgument(argument.getName())
                                                    .getType()))
                                    .as(path + "." + argument.getName())
                                    .isEqualTo(AstPrinter.printAst(argument.getType())));
                });
            } else if (type instanceof InputObjectTypeDefinition published) {
                var actual = (GraphQLInputObjectType) served.schema().getType(published.getName());
                published
                        .getInputValueDefinitions()
                        .forEach(value -> all.assertThat(
                                        GraphQLTypeUtil.simplePrint(actual.getFieldDefinition(value.getName())
                                                .getType()))
                                .as(published.getName() + "." + value.getName())
                                .isEqualTo(AstPrinter.printAst(value.getType())));
            } else {
                all.assertThat(served.schema().getType(type.getName()))
                        .as(type.getName())
                        .isNotNull();
            }
        });
        all.assertAll();
    }

    @Test
    void no_argument_is_published_that_its_java_method_ignores() {
        assertThat(served.ignoredArguments()).isEmpty();
    }
}
