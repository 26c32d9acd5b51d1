package io.clientele.shared.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The contract's names of the services behind its routes, from {@code service-names.tsv}. */
@ApplicationScoped
public class ServiceNames {

    private static final String FILE = "/service-names.tsv";

    private final Map<String, ServiceMethod> byRoute = read();

    /** @param pathTemplate as the OpenAPI document has it: {@code /rest/V1/customers/{customerId}} */
    public Optional<ServiceMethod> of(String httpMethod, String pathTemplate) {
        return Optional.ofNullable(byRoute.get(httpMethod + " " + pathTemplate));
    }

    /** All names, by method and path with a blank between. */
    public Map<String, ServiceMethod> all() {
        return Collections.unmodifiableMap(byRoute);
    }

    private static Map<String, ServiceMethod> read() {
        Map<String, ServiceMethod> names = new LinkedHashMap<>();
        try (InputStream file = Objects.requireNonNull(ServiceNames.class.getResourceAsStream(FILE), FILE)) {
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split("\t", 4))
                    .forEach(part -> names.put(part[0] + " " + part[1], new ServiceMethod(part[2], part[3])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
    }
}
