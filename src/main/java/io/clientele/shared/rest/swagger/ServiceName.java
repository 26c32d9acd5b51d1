package io.clientele.shared.rest.swagger;

import io.clientele.shared.rest.ServiceMethod;
import java.util.regex.Pattern;

/** The names that callers ask for services by. */
final class ServiceName {

    private static final String VERSION = "V1";
    private static final Pattern EDGE = Pattern.compile("Resource(_.*)?$");
    private static final Pattern INTERFACE = Pattern.compile("Interface$");

    private ServiceName() {}

    /** {@code customerCustomerRepositoryV1} for {@code Magento\Customer\Api\CustomerRepositoryInterface}. */
    static String of(ServiceMethod method) {
        String[] parts = method.type().split("\\\\", -1);
        String module = parts[1];
        String service = INTERFACE.matcher(parts[parts.length - 1]).replaceFirst("");
        return Character.toLowerCase(module.charAt(0)) + module.substring(1) + service + VERSION;
    }

    /** {@code clienteleSegmentV1} for the operation {@code SegmentResource_search}: the contract has none of its name. */
    static String own(String operationId) {
        return "clientele" + EDGE.matcher(operationId).replaceFirst("") + VERSION;
    }
}
