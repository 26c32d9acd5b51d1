package io.clientele;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.clientele.shared.Acl;
import io.clientele.shared.operation.ManyOf;
import io.clientele.shared.operation.OneOfMany;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.HttpMethod;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Two directions: features know only those to their left, and inside one edge → service → repository → entity. */
class ArchitectureTest {

    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.clientele");

    /** Who knows whom: for two features, the classes of the one that know something of the other. */
    private static final Map<String, Set<String>> KNOWN = known();

    // --- The line ---------------------------------------------------------------------------------------------------

    @TestFactory
    Stream<DynamicTest> left_never_knows_right() {
        List<String> line = FeatureLine.ORDER;
        return line.stream()
                .flatMap(left -> line.subList(line.indexOf(left) + 1, line.size()).stream()
                        .map(right -> doesNotKnow(left, right)));
    }

    @TestFactory
    Stream<DynamicTest> nobody_knows_what_stands_outside_the_line() {
        return FeatureLine.OUTSIDE.stream()
                .flatMap(outside -> Stream.concat(FeatureLine.ORDER.stream(), FeatureLine.OUTSIDE.stream())
                        .filter(feature -> !feature.equals(outside))
                        .map(feature -> doesNotKnow(feature, outside)));
    }

    @Test
    void every_package_has_its_place_in_the_line() {
        assertThat(SourceFile.all())
                .filteredOn(file -> !FeatureLine.ORDER.contains(file.feature()))
                .filteredOn(file -> !FeatureLine.OUTSIDE.contains(file.feature()))
                .isEmpty();
    }

    private static DynamicTest doesNotKnow(String feature, String other) {
        return DynamicTest.dynamicTest(
                feature + " does not know " + other,
                () -> assertThat(KNOWN.getOrDefault(feature + " " + other, Set.of()))
                        .isEmpty());
    }

    /** From the compiled classes, and from the imports: the compiler copies constants and forgets where from. */
    private static Map<String, Set<String>> known() {
        Map<String, Set<String>> known = new TreeMap<>();
        CLASSES.forEach(from -> from.getDirectDependenciesFromSelf()
                .forEach(dependency -> note(
                        known,
                        from.getName(),
                        dependency.getTargetClass().getBaseComponentType().getName())));
        SourceFile.all()
                .forEach(file ->
                        file.imports().forEach(name -> note(known, file.packageName() + "." + file.name(), name)));
        return known;
    }

    private static void note(Map<String, Set<String>> known, String from, String to) {
        FeatureLine.featureOf(from)
                .ifPresent(feature -> FeatureLine.featureOf(to)
                        .ifPresent(other -> known.computeIfAbsent(feature + " " + other, pair -> new TreeSet<>())
                                .add(from + " → " + to)));
    }

    /** A tree that knows nobody, those who read and show it, and those who make statements of it. */
    @TestFactory
    Stream<DynamicTest> parts_of_the_language_of_rules_know_only_the_tree() {
        String rule = "io.clientele.segment.rule";
        return Map.of(
                        rule + ".tree",
                        new String[] {"io.clientele.segment", rule, rule + ".sql"},
                        rule + ".sql",
                        new String[] {"io.clientele.segment", rule},
                        rule,
                        new String[] {"io.clientele.segment", rule + ".sql"})
                .entrySet()
                .stream()
                .map(each -> DynamicTest.dynamicTest(
                        each.getKey(),
                        () -> noClasses()
                                .that()
                                .resideInAPackage(each.getKey())
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage(each.getValue())
                                .check(CLASSES)));
    }

    // --- The road ---------------------------------------------------------------------------------------------------

    private static final String EDGE = ".*(Resource|GraphQL)";

    /** What may speak the language of an edge: the edges, their views of a record, and filters in front of them. */
    private static final String EDGE_SIDE = ".*(Resource|GraphQL|Body|Nodes?|Inputs?|Output|Filter)(\\$.*)?";

    private static final DescribedPredicate<JavaClass> OF_A_FEATURE = DescribedPredicate.describe(
            "of a feature",
            type -> FeatureLine.featureOf(type.getName()).stream().noneMatch("shared"::equals));

    @Test
    void edges_know_neither_tables_nor_statements() {
        noClasses()
                .that()
                .haveNameMatching(EDGE)
                .should()
                .dependOnClassesThat()
                .haveNameMatching(".*(Repository|Entity|Rows)")
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "jakarta.persistence..", "io.clientele.shared.sql..")
                .check(CLASSES);
    }

    @Test
    void edges_ask_the_services_of_other_features_only_for_fields_that_join_two_features() {
        List<String> calls = CLASSES.stream()
                .filter(edge -> edge.getSimpleName().matches(EDGE))
                .flatMap(edge -> edge.getMethodCallsFromSelf().stream())
                .filter(call -> call.getTargetOwner().getSimpleName().endsWith("Service"))
                .filter(call -> !sameFeature(call) && !joinsFeatures(call.getOrigin()))
                .map(JavaMethodCall::getDescription)
                .toList();
        assertThat(calls).isEmpty();
    }

    private static boolean sameFeature(JavaMethodCall call) {
        return FeatureLine.featureOf(call.getOriginOwner().getName())
                .equals(FeatureLine.featureOf(call.getTargetOwner().getName()));
    }

    private static boolean joinsFeatures(JavaCodeUnit method) {
        return method.getParameters().stream().anyMatch(parameter -> parameter.isAnnotatedWith(Source.class));
    }

    @Test
    void nothing_behind_an_edge_knows_it() {
        noClasses()
                .that(OF_A_FEATURE)
                .and()
                .haveNameNotMatching(EDGE_SIDE)
                .should()
                .dependOnClassesThat()
                .haveNameMatching("io\\.clientele\\..*(Resource|GraphQL|Body|Nodes?|Inputs?|Output)")
                .check(CLASSES);
    }

    /** The compiler copies constants, so that compiled classes do not show where they came from. */
    @Test
    void nothing_behind_an_edge_borrows_its_constants() {
        assertThat(SourceFile.all())
                .filteredOn(file -> !(file.packageName() + "." + file.name()).matches(EDGE_SIDE))
                .filteredOn(file -> file.code().matches("(?s).*\\b[A-Z]\\w*(Resource|GraphQL)\\.[A-Z].*"))
                .isEmpty();
    }

    @Test
    void http_and_graphql_end_at_the_edges() {
        noClasses()
                .that(OF_A_FEATURE)
                .and()
                .haveNameNotMatching(EDGE_SIDE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "jakarta.ws.rs..",
                        "org.jboss.resteasy..",
                        "org.eclipse.microprofile.graphql..",
                        "io.smallrye.graphql..",
                        "graphql..")
                .check(CLASSES);
    }

    @Test
    void repositories_and_rows_decide_nothing_and_call_nothing_that_does() {
        noClasses()
                .that()
                .haveNameMatching(".*(Repository|Entity|Rows)")
                .should()
                .dependOnClassesThat()
                .haveNameMatching("io\\.clientele\\..*Service")
                .orShould()
                .beAnnotatedWith(Transactional.class)
                .check(CLASSES);
    }

    @Test
    void tables_stay_inside_their_package() {
        classes()
                .that()
                .haveNameMatching("io\\.clientele\\..*(Repository|Entity|Rows)")
                .should()
                .bePackagePrivate()
                .check(CLASSES);
    }

    @Test
    void no_public_method_hands_out_or_takes_a_row() {
        noMethods()
                .that()
                .arePublic()
                .and()
                .areDeclaredInClassesThat()
                .arePublic()
                .should()
                .haveRawReturnType(HasName.Predicates.nameMatching(".*Entity"))
                .orShould()
                .haveRawParameterTypes(DescribedPredicate.anyElementThat(HasName.Predicates.nameMatching(".*Entity")))
                .check(CLASSES);
    }

    // --- The edges --------------------------------------------------------------------------------------------------

    /** A resource that is not public is a silent 404. */
    @Test
    void edges_are_public() {
        classes()
                .that()
                .haveNameMatching("io\\.clientele\\..*" + EDGE)
                .should()
                .bePublic()
                .check(CLASSES);
    }

    @Test
    void operations_are_public() {
        methods().that(ARE_OPERATIONS).should().bePublic().check(CLASSES);
    }

    private static final DescribedPredicate<JavaMethod> ARE_OPERATIONS = DescribedPredicate.describe(
            "are operations",
            method -> method.isMetaAnnotatedWith(HttpMethod.class)
                    || method.isAnnotatedWith(Query.class)
                    || method.isAnnotatedWith(Mutation.class)
                    || joinsFeatures(method));

    @Test
    void every_operation_names_its_acl_resource() {
        methods()
                .that()
                .areMetaAnnotatedWith(HttpMethod.class)
                .should()
                .beAnnotatedWith(Acl.class)
                .check(CLASSES);
    }

    /** They are called by name, with what the other one takes. */
    @Test
    void a_method_for_many_takes_and_answers_lists_of_what_its_operation_does() {
        List<Method> many = CLASSES.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(ManyOf.class))
                .map(JavaMethod::reflect)
                .toList();
        assertThat(many).isNotEmpty();
        for (Method each : many) {
            Method one = Arrays.stream(each.getDeclaringClass().getMethods())
                    .filter(method -> method.getName()
                            .equals(each.getAnnotation(ManyOf.class).value()))
                    .findFirst()
                    .orElseThrow();
            assertThat(one.getParameterTypes()).as("%s", one).hasSize(1).allMatch(Class::isRecord);
            assertThat(each.getGenericParameterTypes())
                    .extracting(Type::getTypeName)
                    .containsExactly("java.util.List<" + one.getParameterTypes()[0].getName() + ">");
            assertThat(each.getGenericReturnType().getTypeName())
                    .isEqualTo("java.util.List<" + OneOfMany.class.getName() + "<"
                            + one.getReturnType().getName() + ">>");
        }
    }
}
