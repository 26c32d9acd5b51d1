package io.clientele.shared.operation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Proxy;

/** The address of a request that is not there, for operations that read their query from it. */
final class ItemAddress {

    private ItemAddress() {}

    /** An address whose query has the scalars of the object, and that knows nothing else. */
    static UriInfo of(ObjectNode item) {
        MultivaluedMap<String, String> query = new MultivaluedHashMap<>();
        item.properties().stream()
                .filter(property -> property.getValue().isValueNode())
                .forEach(property ->
                        query.add(property.getKey(), property.getValue().asText()));
        return (UriInfo) Proxy.newProxyInstance(
                ItemAddress.class.getClassLoader(), new Class<?>[] {UriInfo.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("getQueryParameters")) {
                        return query;
                    }
                    throw new UnsupportedOperationException("there is no request to tell its " + method.getName());
                });
    }
}
