package io.clientele.shared.operation;

import io.clientele.shared.rest.ServiceMethod;
import io.clientele.shared.rest.Unversioned;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An operation of the REST edge that is no GET. */
public final class WriteOperation {

    private final String verb;
    private final String template;
    private final List<Segment> segments;
    private final Class<?> resource;
    private final Method method;
    private final String acl;
    private final Deferral.Way way;
    private final ServiceMethod service;
    private final @Nullable Method many;

    WriteOperation(
            String verb,
            String template,
            Class<?> resource,
            Method method,
            String acl,
            Deferral.Way way,
            ServiceMethod service,
            @Nullable Method many) {
        this.verb = verb;
        this.template = template;
        this.segments =
                Arrays.stream(template.substring(1).split("/")).map(Segment::of).toList();
        this.resource = resource;
        this.method = method;
        this.acl = acl;
        this.way = way;
        this.service = service;
        this.many = many;
    }

    /**
     * A part of a path between two slashes.
     *
     * @param text a literal, or the name of a parameter
     * @param rest whether the parameter takes all that follows, slashes too
     */
    private record Segment(String text, boolean parameter, boolean rest) {

        static Segment of(String part) {
            if (!part.startsWith("{")) {
                return new Segment(part, false, false);
            }
            String[] pieces = part.substring(1, part.length() - 1).split(":", 2);
            return new Segment(pieces[0].strip(), true, pieces.length == 2);
        }

        /** How a bulk's path names the parameter whose value stands in each item: {@code byCustomerId}. */
        String inBulk() {
            return "by" + text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
        }
    }

    /** Its method and path, as the OpenAPI document has them: {@code PUT /rest/V1/customers/{customerId}}. */
    public String key() {
        return key(verb, template);
    }

    static String key(String verb, String template) {
        return verb + " " + shown(template);
    }

    /** The template without the patterns of its parameters. */
    static String shown(String template) {
        return template.replaceAll("\\{\\s*(\\w+)\\s*:[^}]*}", "{$1}");
    }

    public String verb() {
        return verb;
    }

    /** What its {@code @Acl} says. */
    public String acl() {
        return acl;
    }

    public Deferral.Way way() {
        return way;
    }

    /** Whether many of them can be carried out together: see {@link ManyOf}. */
    public boolean isForMany() {
        return many != null && way == Deferral.Way.TOGETHER;
    }

    /** Whether it changes something that has a version. */
    public boolean versioned() {
        return !method.isAnnotationPresent(Unversioned.class) && !verb.equals("POST");
    }

    /** {@code Magento\Customer\Api\AccountManagementInterface::createAccount}. */
    public String serviceName() {
        return service.type() + "::" + service.method();
    }

    /** {@code async.magento.customer.api.accountmanagementinterface.createaccount.post}. */
    public String topic() {
        return String.join(".", "async", service.type().replace('\\', '.'), service.method(), verb)
                .toLowerCase(Locale.ROOT);
    }

    /** The path under which bulks of it are sent, below {@code /rest}: {@code V1/customers/byCustomerId}. */
    public String bulkPath() {
        return String.join(
                "/",
                segments.stream()
                        .skip(1)
                        .map(each -> each.parameter() ? each.inBulk() : each.text())
                        .toList());
    }

    Class<?> resource() {
        return resource;
    }

    Method method() {
        return method;
    }

    /** What does it for many; null where nothing does. */
    @Nullable
    Method many() {
        return many;
    }

    /** Literals count for more than parameters, as a route that names a path wins over one that only takes it. */
    int weight() {
        return segments.stream()
                .mapToInt(each ->
                        each.parameter() ? (each.rest() ? -1 : 0) : each.text().length())
                .sum();
    }

    /** The parameters in the path; empty when it is another one's. */
    Optional<Map<String, String>> matches(List<String> path) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < segments.size(); i++) {
            Segment segment = segments.get(i);
            if (i >= path.size()) {
                return Optional.empty();
            }
            if (segment.rest()) {
                values.put(segment.text(), String.join("/", path.subList(i, path.size())));
                return Optional.of(values);
            }
            if (segment.parameter()) {
                values.put(segment.text(), path.get(i));
            } else if (!segment.text().equals(path.get(i))) {
                return Optional.empty();
            }
        }
        return path.size() == segments.size() ? Optional.of(values) : Optional.empty();
    }

    boolean matchesBulk(List<String> path) {
        return String.join("/", path).equals("rest/" + bulkPath());
    }
}
