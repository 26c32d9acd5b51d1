package io.clientele;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static io.clientele.ArchitectureTest.CLASSES;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import io.clientele.shared.Refusal;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.junit.jupiter.api.Test;

/** A name says what a class is, so that a newcomer finds it without looking. */
class NamesTest {

    private static final Set<String> CLOCKLESS = Set.of("now", "currentTimeMillis", "systemUTC", "systemDefaultZone");

    @Test
    void no_name_says_nothing() {
        noClasses()
                .should()
                .haveNameMatching(".*(Impl|Manager|Helper|Helpers|Util|Utils|Controller|Endpoint|Api)")
                .check(CLASSES);
    }

    /** A default group is a word of the field; the default form of something else here is not a name. */
    @Test
    void nothing_is_the_default_of_its_own_interface() {
        Set<String> interfaces = CLASSES.stream()
                .filter(JavaClass::isInterface)
                .map(JavaClass::getSimpleName)
                .collect(Collectors.toSet());
        assertThat(CLASSES.stream().map(JavaClass::getSimpleName))
                .filteredOn(name -> name.startsWith("Default"))
                .noneMatch(name -> interfaces.contains(name.substring("Default".length())));
    }

    @Test
    void an_edge_is_called_resource_or_graphql() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Resource")
                .should()
                .beAnnotatedWith(Path.class)
                .check(CLASSES);
        classes()
                .that()
                .areAnnotatedWith(Path.class)
                .should()
                .haveSimpleNameEndingWith("Resource")
                .check(CLASSES);
        classes()
                .that()
                .areAnnotatedWith(GraphQLApi.class)
                .should()
                .haveSimpleNameEndingWith("GraphQL")
                .check(CLASSES);
    }

    @Test
    void a_row_is_called_entity_and_its_queries_repository() {
        classes()
                .that()
                .areAnnotatedWith(Entity.class)
                .should()
                .haveSimpleNameEndingWith("Entity")
                .check(CLASSES);
        classes()
                .that()
                .haveSimpleNameEndingWith("Entity")
                .should()
                .beAnnotatedWith(Entity.class)
                .check(CLASSES);
        classes()
                .that()
                .areAssignableTo(PanacheRepositoryBase.class)
                .should()
                .haveSimpleNameEndingWith("Repository")
                .check(CLASSES);
    }

    @Test
    void a_row_s_table_is_its_feature_s() {
        assertThat(CLASSES)
                .filteredOn(type -> type.isAnnotatedWith(Entity.class))
                .allSatisfy(type -> assertThat(TableOwnershipTest.owner(table(type)))
                        .as(type.getSimpleName())
                        .isEqualTo(FeatureLine.featureOf(type.getName()).orElseThrow()));
    }

    private static String table(JavaClass entity) {
        return entity.tryGetAnnotationOfType(Table.class)
                .map(Table::name)
                .filter(name -> !name.isEmpty())
                .orElseGet(() -> entity.getSimpleName()
                        .replaceAll("Entity$", "")
                        .replaceAll("(?<!^)([A-Z])", "_$1")
                        .toLowerCase(java.util.Locale.ROOT));
    }

    /** A feature whose GraphQL edge has words of its own keeps these apart. */
    @Test
    void a_package_has_one_factory_of_refusals_with_nothing_else_in_it() {
        Map<String, List<String>> factories = CLASSES.stream()
                .filter(type -> type.getSimpleName().endsWith("Refusals"))
                .filter(type -> !type.getSimpleName().equals("GraphQLRefusals"))
                .collect(Collectors.groupingBy(
                        JavaClass::getPackageName, Collectors.mapping(JavaClass::getSimpleName, Collectors.toList())));
        assertThat(factories.values()).allMatch(names -> names.size() == 1);
        methods()
                .that()
                .areDeclaredInClassesThat()
                .haveSimpleNameEndingWith("Refusals")
                .and()
                .areNotPrivate()
                .should()
                .beStatic()
                .andShould()
                .haveRawReturnType(Refusal.class)
                .check(CLASSES);
    }

    /** The contract's words stand in the factories and nowhere else. */
    @Test
    void only_the_factories_word_refusals() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Refusals")
                .and()
                .resideOutsideOfPackage("io.clientele.shared..")
                .should()
                .callMethodWhere(wordsARefusal())
                .check(CLASSES);
    }

    private static DescribedPredicate<JavaCall<?>> wordsARefusal() {
        return DescribedPredicate.describe(
                "words a refusal",
                call -> call.getTargetOwner().isEquivalentTo(Refusal.class)
                        && Set.of("of", "input").contains(call.getName()));
    }

    @Test
    void everybody_asks_the_one_clock() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("io.clientele.shared.Time")
                .should()
                .callMethodWhere(asksAnotherClock())
                .orShould()
                .callConstructor(Date.class)
                .check(CLASSES);
    }

    /** {@code nanoTime} measures durations and is nobody's clock. */
    private static DescribedPredicate<JavaCall<?>> asksAnotherClock() {
        return DescribedPredicate.describe(
                "asks another clock",
                call -> CLOCKLESS.contains(call.getName())
                        && (call.getTargetOwner().getPackageName().equals("java.time")
                                || call.getTargetOwner().isEquivalentTo(System.class))
                        && call.getTarget().getRawParameterTypes().stream()
                                .noneMatch(type -> type.isEquivalentTo(Clock.class)));
    }
}
