package io.clientele.attribute;

import static io.clientele.AdminFixture.asAdmin;

import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Defines attributes over HTTP. */
public final class AttributeFixture {

    public static final String CUSTOMERS = "/rest/V1/customerAttributes";
    public static final String ADDRESSES = "/rest/V1/customerAddressAttributes";

    private AttributeFixture() {}

    /** A code no other test has. */
    public static String code(String start) {
        return start + "_" + UUID.randomUUID().toString().substring(0, 8);
    }

    /** What is sent for an attribute; more pairs of names and values add to it or replace something. */
    public static Map<String, Object> attribute(String code, String input, Object... more) {
        Map<String, Object> attribute = new HashMap<>();
        attribute.put("attribute_code", code);
        attribute.put("frontend_input", input);
        attribute.put("default_frontend_label", "The " + code);
        for (int i = 0; i < more.length; i += 2) {
            attribute.put((String) more[i], more[i + 1]);
        }
        return attribute;
    }

    public static ValidatableResponse post(String path, Map<String, Object> attribute) {
        return asAdmin().body(Map.of("attribute", attribute)).post(path).then();
    }

    public static ValidatableResponse put(String path, String code, Map<String, Object> attribute) {
        return asAdmin()
                .body(Map.of("attribute", attribute))
                .put(path + "/" + code)
                .then();
    }

    public static ValidatableResponse get(String path, String code) {
        return asAdmin().get(path + "/" + code).then();
    }

    public static ValidatableResponse delete(String path, String code) {
        return asAdmin().delete(path + "/" + code).then();
    }

    /** Defines an attribute of customers and answers its code. */
    public static String created(String input, Object... more) {
        String code = code(input);
        post(CUSTOMERS, attribute(code, input, more)).statusCode(200);
        return code;
    }
}
