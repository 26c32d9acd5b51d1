package io.clientele.integration;

import static io.clientele.AdminFixture.asAdmin;

import io.clientele.store.StoreFixture;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Integrations that tests make over HTTP. */
public final class IntegrationFixture {

    public static final String INTEGRATIONS = "/rest/V1/integrations";
    public static final String BEARER = "oauth/consumer/enable_integration_as_bearer";

    private IntegrationFixture() {}

    /** An integration with what its making answered. */
    public record Made(
            long id,
            String name,
            String consumerKey,
            String consumerSecret,
            String accessToken,
            String accessTokenSecret,
            String clientId,
            String clientSecret) {

        public String path() {
            return INTEGRATIONS + "/" + id;
        }

        public static Made of(Response answer) {
            answer.then().statusCode(200);
            return new Made(
                    answer.jsonPath().getLong("id"),
                    answer.jsonPath().getString("name"),
                    answer.jsonPath().getString("consumer_key"),
                    answer.jsonPath().getString("consumer_secret"),
                    answer.jsonPath().getString("access_token"),
                    answer.jsonPath().getString("access_token_secret"),
                    answer.jsonPath().getString("client_id"),
                    answer.jsonPath().getString("client_secret"));
        }
    }

    public static String name() {
        return "Integration " + UUID.randomUUID();
    }

    /** A new integration that holds the resources, limited to the websites if there are any. */
    public static Made integration(List<String> resources, Integer... websiteIds) {
        return made(draft(resources, "website_ids", List.of(websiteIds)));
    }

    public static Made made(Map<String, ?> draft) {
        return Made.of(asAdmin().body(Map.of("integration", draft)).post(INTEGRATIONS));
    }

    public static Map<String, Object> draft(List<String> resources, String key, Object value) {
        return new HashMap<>(Map.of("name", name(), "resources", resources, key, value));
    }

    /** Lets integrations call with their access token alone, or as it was. */
    public static void allowBearer(boolean allowed) {
        if (allowed) {
            StoreFixture.set(BEARER, "1", "default", 0);
        } else {
            StoreFixture.inherit(BEARER, "default", 0);
        }
    }
}
