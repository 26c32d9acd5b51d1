package io.clientele.shared.operation;

import io.clientele.shared.Acl;
import io.clientele.shared.rest.ServiceMethod;
import io.clientele.shared.rest.ServiceNames;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All operations of the REST edge that are no GET, found by the annotations of the resources. */
@ApplicationScoped
public class WriteOperations {

    private static final String ROOT = "/rest/V1";

    private final List<WriteOperation> all;
    private final Map<String, WriteOperation> byKey;

    @Inject
    WriteOperations(BeanManager beans, ServiceNames names) {
        all = beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(Bean::getBeanClass)
                .filter(type -> type.isAnnotationPresent(Path.class))
                .distinct()
                .flatMap(type -> operations(type, names))
                .sorted(Comparator.comparingInt(WriteOperation::weight)
                        .reversed()
                        .thenComparing(each -> each.key()))
                .toList();
        byKey = all.stream().collect(Collectors.toMap(WriteOperation::key, Function.identity()));
    }

    /**
     * An operation and what its path says.
     *
     * @param parameters by name; empty for a bulk, whose items have them
     */
    public record Match(WriteOperation operation, Map<String, String> parameters) {}

    public List<WriteOperation> all() {
        return all;
    }

    /** @param key as {@link WriteOperation#key} has it */
    public Optional<WriteOperation> find(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** @param path below {@code /rest}, such as {@code V1/customers/5} */
    public Optional<Match> match(String verb, String path) {
        List<String> segments = segments(path);
        return all.stream()
                .filter(operation -> operation.verb().equals(verb))
                .flatMap(operation -> operation.matches(segments).map(found -> new Match(operation, found)).stream())
                .findFirst();
    }

    /** @param path below {@code /rest}, such as {@code V1/customers/byCustomerId} */
    public Optional<Match> matchBulk(String verb, String path) {
        List<String> segments = segments(path);
        return all.stream()
                .filter(operation -> operation.verb().equals(verb) && operation.matchesBulk(segments))
                .findFirst()
                .map(operation -> new Match(operation, Map.of()));
    }

    private static List<String> segments(String path) {
        return Stream.concat(Stream.of("rest"), Arrays.stream(path.split("/"))).toList();
    }

    private static Stream<WriteOperation> operations(Class<?> resource, ServiceNames names) {
        String base = resource.getAnnotation(Path.class).value();
        if (!base.startsWith(ROOT)) {
            return Stream.empty();
        }
        return Arrays.stream(resource.getMethods())
                .flatMap(method -> verb(method).filter(verb -> !verb.equals("GET")).stream()
                        .map(verb -> operation(verb, base, resource, method, names)));
    }

    private static WriteOperation operation(
            String verb, String base, Class<?> resource, Method method, ServiceNames names) {
        Path path = method.getAnnotation(Path.class);
        String template = joined(base, path == null ? "" : path.value());
        Acl acl = method.getAnnotation(Acl.class);
        Deferral deferral = method.getAnnotation(Deferral.class);
        boolean readable = OperationParameter.of(method).isPresent();
        return new WriteOperation(
                verb,
                template,
                resource,
                method,
                acl == null ? "unknown" : acl.value(),
                deferral != null ? deferral.value() : readable ? Deferral.Way.TOGETHER : Deferral.Way.NEVER,
                names.of(verb, WriteOperation.shown(template)).orElseGet(() -> own(resource, method)),
                many(resource, method));
    }

    /** The method that does it for many requests; null where there is none. */
    private static @Nullable Method many(Class<?> resource, Method method) {
        return Arrays.stream(resource.getMethods())
                .filter(each -> each.isAnnotationPresent(ManyOf.class))
                .filter(each -> each.getAnnotation(ManyOf.class).value().equals(method.getName()))
                .findFirst()
                .orElse(null);
    }

    private static String joined(String base, String path) {
        String one = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
        String other = path.startsWith("/") ? path.substring(1) : path;
        return other.isEmpty() ? one : one + "/" + other;
    }

    /** In the contract's manner, for what the contract does not have. */
    private static ServiceMethod own(Class<?> resource, Method method) {
        String feature = resource.getPackageName().replaceAll("^io\\.clientele\\.(\\w+).*", "$1");
        return new ServiceMethod(
                "Clientele\\" + feature.substring(0, 1).toUpperCase(Locale.ROOT) + feature.substring(1) + "\\Api\\"
                        + resource.getSimpleName().replace("Resource", "") + "Interface",
                method.getName());
    }

    private static Optional<String> verb(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .map(type -> type.getAnnotation(HttpMethod.class))
                .filter(found -> found != null)
                .map(HttpMethod::value)
                .findFirst();
    }
}
