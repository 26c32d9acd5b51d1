package io.clientele.shared.rest.swagger;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * An operation as Swagger 2.0 describes it.
 *
 * @param service the name that callers ask for it by: {@code customerCustomerRepositoryV1}
 * @param path under {@code /rest/{store}}: {@code /V1/customers/{customerId}}
 * @param method in lower case
 * @param acl the resource that a caller needs
 * @param tag what it is listed under
 */
record SwaggerOperation(String service, String path, String method, String acl, String tag, ObjectNode description) {}
