package io.clientele;

import static io.clientele.AdminFixture.as;
import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.AuditFixture.requestId;
import static io.clientele.customer.CustomerFixture.PASSWORD;
import static io.clientele.customer.CustomerFixture.create;
import static io.clientele.customer.CustomerFixture.createByAdmin;
import static io.clientele.customer.CustomerFixture.customer;
import static io.clientele.customer.CustomerFixture.customerWithAddresses;
import static io.clientele.customer.CustomerFixture.email;
import static io.clientele.customer.CustomerFixture.token;
import static io.clientele.customer.CustomerFixture.with;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.bastiaanjansen.otp.HOTPGenerator;
import io.clientele.activity.ActivityFixture;
import io.clientele.activity.history.HistoryFixture;
import io.clientele.event.OutboxFixture;
import io.clientele.event.webhook.WebhookFixture;
import io.clientele.integration.IntegrationFixture;
import io.clientele.integration.OAuthFixture;
import io.clientele.integration.oauth2.OAuth2Fixture;
import io.clientele.massaction.MassActionFixture;
import io.clientele.merge.MergeFixture;
import io.clientele.pricing.PricingFixture;
import io.clientele.segment.RuleFixture;
import io.clientele.segment.SegmentFixture;
import io.clientele.shared.job.JobFixture;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A request for every operation that writes, ready to be sent, with what it needs made before. */
final class AuditedOperations {

    private static final String CONFIRM = "/rest/V1/settings/customer/create_account/confirm";
    private static final String NEWSLETTER_CONFIRM = "/rest/V1/settings/newsletter/subscription/confirm";
    private static final String UNIT = "general/locale/weight_unit";

    /** How customers come to their tokens, by their addresses. */
    private final UnaryOperator<String> signIn;

    /** @param signIn gives customers their tokens, by their addresses */
    AuditedOperations(UnaryOperator<String> signIn) {
        this.signIn = signIn;
    }

    /** A request that is ready to be sent. */
    record Sent(RequestSpecification request, String verb, String path) {

        Response send(String requestId) {
            return request.header("X-Request-Id", requestId).request(verb, path);
        }
    }

    /** Deletes what the requests have made. */
    static void clear() {
        SafeOperationsTest.MADE.forEach(path -> asAdmin().delete(path));
        asAdmin().delete(CONFIRM);
    }

    /** The id of the customer with the address. */
    static long idOf(String email) {
        return asAdmin()
                .get("/rest/V1/customers/search?searchCriteria[filterGroups][0][filters][0][field]=email"
                        + "&searchCriteria[filterGroups][0][filters][0][value]=" + email)
                .jsonPath()
                .getLong("items[0].id");
    }

    /** A request for each operation by its name in audited-operations.tsv, which makes what it needs when it is asked. */
    Map<String, Supplier<Sent>> calls() {
        Map<String, Supplier<Sent>> calls = new TreeMap<>();
        SafeOperationsTest.things()
                .forEach((name, thing) -> calls.put(
                        name,
                        () -> new Sent(
                                thing.body().isEmpty()
                                        ? as(thing.token())
                                        : as(thing.token()).body(thing.body()),
                                name.substring(0, name.indexOf(' ')),
                                thing.path())));
        SafeOperationsTest.bodies().forEach((name, body) -> {
            String path = name.substring("POST ".length());
            calls.put(name, () -> new Sent(asAdmin().body(body), "POST", path));
        });
        rest(calls);
        guests(calls);
        administrators(calls);
        shoppers(calls);
        sessions(calls);
        newsletters(calls);
        assistants(calls);
        secondFactors(calls);
        prices(calls);
        integrations(calls);
        clients(calls);
        return calls;
    }

    private static void integrations(Map<String, Supplier<Sent>> calls) {
        for (String step : List.of("request", "access")) {
            calls.put(
                    "POST /oauth/token/" + step,
                    () -> new Sent(OAuthFixture.exchange(step), "POST", "/oauth/token/" + step));
        }
        calls.put("POST " + IntegrationFixture.INTEGRATIONS, () -> {
            Map<String, ?> draft = IntegrationFixture.draft(List.of(), "email", "x@example.com");
            return new Sent(asAdmin().body(Map.of("integration", draft)), "POST", IntegrationFixture.INTEGRATIONS);
        });
        for (String step : List.of("revoke", "rotate")) {
            calls.put(
                    "POST " + IntegrationFixture.INTEGRATIONS + "/{id}/" + step,
                    () -> new Sent(
                            asAdmin(),
                            "POST",
                            IntegrationFixture.integration(List.of()).path() + "/" + step));
        }
    }

    private void clients(Map<String, Supplier<Sent>> calls) {
        Map<String, String> credentials = Map.of("grant_type", "client_credentials");
        calls.put("POST /oauth2/token", () -> new Sent(OAuth2Fixture.by(app(), credentials), "POST", "/oauth2/token"));
        calls.put("POST /oauth2/introspect", () -> {
            IntegrationFixture.Made app = app();
            Map<String, String> form = Map.of("token", OAuth2Fixture.clientToken(app));
            return new Sent(OAuth2Fixture.by(app, form), "POST", "/oauth2/introspect");
        });
        calls.put("POST /oauth2/revoke", () -> {
            IntegrationFixture.Made app = app();
            Map<String, String> form = Map.of("token", OAuth2Fixture.clientToken(app));
            return new Sent(OAuth2Fixture.by(app, form), "POST", "/oauth2/revoke");
        });
        calls.put(
                "POST /oauth2/requests/{id}",
                () -> new Sent(
                        own().body(Map.of("approve", true)),
                        "POST",
                        "/oauth2/requests/"
                                + OAuth2Fixture.request(app(), OAuth2Fixture.Pkce.fresh(), "customer:read")));
        calls.put("DELETE /rest/V1/customers/me/consents/{integrationId}", () -> {
            IntegrationFixture.Made app = app();
            Map<String, Object> ada = known();
            OAuth2Fixture.code(app, token(ada.get("email")), OAuth2Fixture.Pkce.fresh(), "customer:read");
            RequestSpecification own = as(signIn.apply(ada.get("email").toString()));
            return new Sent(own, "DELETE", "/rest/V1/customers/me/consents/" + app.id());
        });
    }

    private static IntegrationFixture.Made app() {
        IntegrationFixture.Made app = OAuth2Fixture.app(List.of("Magento_Customer::manage"));
        SafeOperationsTest.MADE.add(app.path());
        return app;
    }

    private void rest(Map<String, Supplier<Sent>> calls) {
        calls.put(
                "PUT /rest/V1/customers/validate",
                () -> new Sent(asAdmin().body(Map.of("customer", customer())), "PUT", "/rest/V1/customers/validate"));
        for (String action : List.of("deactivate", "reactivate", "revokeTokens", "sendPasswordReset", "unlock")) {
            calls.put("POST /rest/V1/customers/{customerId}/" + action, () -> {
                long id = createByAdmin(customer());
                return new Sent(asAdmin(), "POST", "/rest/V1/customers/" + id + "/" + action);
            });
        }
        calls.put("POST /rest/V1/customers/confirm", () -> {
            Object email = unconfirmed().get("email");
            return new Sent(asAdmin().body(Map.of("email", email)), "POST", "/rest/V1/customers/confirm");
        });
        calls.put("PUT /rest/V1/customers/{email}/activate", () -> {
            Object email = unconfirmed().get("email");
            return new Sent(
                    asAdmin().body(Map.of("confirmationKey", key(email))),
                    "PUT",
                    "/rest/V1/customers/" + email + "/activate");
        });
        calls.put("PUT /rest/V1/customers/me/activate", () -> {
            Map<String, Object> ada = unconfirmed();
            RequestSpecification own = as(signIn.apply(ada.get("email").toString()));
            return new Sent(
                    own.body(Map.of("confirmationKey", key(ada.get("email")))),
                    "PUT",
                    "/rest/V1/customers/me/activate");
        });
        calls.put("PUT /rest/V1/customers/me", () -> {
            Map<String, Object> ada = known();
            return new Sent(
                    as(signIn.apply(ada.get("email").toString())).body(Map.of("customer", ada)),
                    "PUT",
                    "/rest/V1/customers/me");
        });
        calls.put(
                "POST /rest/async/{route}",
                () -> new Sent(asAdmin().body(Map.of("customer", customer())), "POST", "/rest/async/V1/customers"));
        calls.put(
                "PUT /rest/async/{route}",
                () -> new Sent(
                        asAdmin().body(Map.of("customer", customer())),
                        "PUT",
                        "/rest/async/V1/customers/" + createByAdmin(customer())));
        calls.put(
                "DELETE /rest/async/{route}",
                () -> new Sent(asAdmin(), "DELETE", "/rest/async/V1/customers/" + createByAdmin(customer())));
        calls.put(
                "PUT /rest/V1/customers/me/password",
                () -> new Sent(
                        own().body(Map.of("currentPassword", PASSWORD, "newPassword", "Other-Passw0rd")),
                        "PUT",
                        "/rest/V1/customers/me/password"));
        calls.put(
                "POST /rest/V1/integration/customer/revoke-customer-token",
                () -> new Sent(own(), "POST", "/rest/V1/integration/customer/revoke-customer-token"));
        calls.put("POST /rest/V1/signingKeys/rotate", () -> new Sent(asAdmin(), "POST", "/rest/V1/signingKeys/rotate"));
        calls.put("DELETE /rest/V1/signingKeys/{kid}", () -> {
            String kid =
                    asAdmin().post("/rest/V1/signingKeys/rotate").jsonPath().getString("kid");
            asAdmin().post("/rest/V1/signingKeys/rotate");
            return new Sent(asAdmin(), "DELETE", "/rest/V1/signingKeys/" + kid);
        });
        calls.put(
                "POST /rest/V1/outbox/{id}/release",
                () -> new Sent(asAdmin(), "POST", "/rest/V1/outbox/" + OutboxFixture.parked() + "/release"));
        calls.put(
                "DELETE /rest/V1/outbox/{id}",
                () -> new Sent(asAdmin(), "DELETE", "/rest/V1/outbox/" + OutboxFixture.parked()));
        webhooks(calls);
    }

    private static void webhooks(Map<String, Supplier<Sent>> calls) {
        String path = "/rest/V1/webhooks";
        calls.put(
                "POST " + path,
                () -> new Sent(asAdmin().body(Map.of("webhook", WebhookFixture.webhook())), "POST", path));
        for (String action : List.of("rotate", "test", "replay")) {
            calls.put(
                    "POST " + path + "/{id}/" + action,
                    () -> new Sent(
                            asAdmin().body(Map.of("replay", Map.of("since", "2037-01-01T00:00:00Z"))),
                            "POST",
                            path + "/" + WebhookFixture.create() + "/" + action));
        }
        String deliveries = "/rest/V1/webhookDeliveries";
        calls.put(
                "POST " + deliveries + "/{id}/release",
                () -> new Sent(asAdmin(), "POST", deliveries + "/" + WebhookFixture.dead() + "/release"));
        calls.put(
                "DELETE " + deliveries + "/{id}",
                () -> new Sent(asAdmin(), "DELETE", deliveries + "/" + WebhookFixture.dead()));
    }

    private static void guests(Map<String, Supplier<Sent>> calls) {
        calls.put(
                "POST /rest/V1/customers/isEmailAvailable",
                () -> guest("POST", "/customers/isEmailAvailable", Map.of("customerEmail", email())));
        calls.put("POST /rest/V1/customers/activate", () -> {
            Object email = unconfirmed().get("email");
            return guest("POST", "/customers/activate", Map.of("email", email, "confirmationKey", key(email)));
        });
        calls.put("PUT /rest/V1/customers/password", () -> {
            Object email = known().get("email");
            return guest("PUT", "/customers/password", Map.of("email", email, "template", "email_reset"));
        });
        calls.put("POST /rest/V1/customers/resetPassword", () -> {
            Object email = known().get("email");
            return guest(
                    "POST",
                    "/customers/resetPassword",
                    Map.of("email", email, "resetToken", reset(email), "newPassword", "Other-Passw0rd"));
        });
        calls.put("POST /rest/V1/customers/undoEmailChange", () -> {
            Object email = known().get("email");
            String change = "mutation { updateCustomerEmail(email: \"" + email() + "\", password: \"" + PASSWORD
                    + "\") { customer { email } } }";
            as(token(email))
                    .body(Map.of("query", change))
                    .post("/graphql")
                    .then()
                    .statusCode(200);
            String undo = MailFixture.token(MailFixture.mail(email, "email-changed"));
            return guest("POST", "/customers/undoEmailChange", Map.of("token", undo));
        });
        calls.put("POST /rest/V1/customers/verifyEmail", () -> {
            String verify = MailFixture.token(MailFixture.mail(known().get("email"), "welcome"));
            return guest("POST", "/customers/verifyEmail", Map.of("token", verify));
        });
        calls.put("POST /rest/V1/integration/customer/token", () -> {
            Object email = known().get("email");
            return guest("POST", "/integration/customer/token", Map.of("username", email, "password", PASSWORD));
        });
        calls.put(
                "POST /rest/V1/integration/admin/token",
                () -> guest(
                        "POST",
                        "/integration/admin/token",
                        Map.of("username", AdminFixture.USERNAME, "password", AdminFixture.PASSWORD)));
    }

    private static void administrators(Map<String, Supplier<Sent>> calls) {
        admin(
                calls,
                "adminCreateCustomer",
                () -> "(input: {email: \"" + email() + "\", firstname: \"A\", lastname: \"B\"}) { id }");
        admin(
                calls,
                "adminPutCustomerByExternalId",
                () -> "(externalId: \"" + email() + "\", input: {email: \"" + email()
                        + "\", firstname: \"A\", lastname: \"B\"}) { id }");
        admin(
                calls,
                "adminUpdateCustomer",
                () -> "(id: \"" + createByAdmin(customer()) + "\", input: {lastname: \"C\"}) { id }");
        admin(calls, "adminDeleteCustomer", () -> "(id: \"" + createByAdmin(customer()) + "\")");
        admin(
                calls,
                "adminCreateCustomerAddress",
                () -> "(customerId: \"" + createByAdmin(customer()) + "\", input: " + ADDRESS.replace("US", "\"US\"")
                        + ") { id }");
        admin(
                calls,
                "adminUpdateCustomerAddress",
                () -> "(id: \"" + addressOf(createByAdmin(customerWithAddresses(1)))
                        + "\", input: {city: \"X\"}) { id }");
        admin(
                calls,
                "adminDeleteCustomerAddress",
                () -> "(id: \"" + addressOf(createByAdmin(customerWithAddresses(2))) + "\")");
        admin(
                calls,
                "adminCreateCustomerAttribute",
                () -> "(entity: CUSTOMER, input: {attribute_code: \"" + attribute(false)
                        + "\", frontend_input: \"text\", default_frontend_label: \"x\"}) { attribute_code }");
        admin(
                calls,
                "adminUpdateCustomerAttribute",
                () -> "(entity: CUSTOMER, code: \"" + attribute(true)
                        + "\", input: {default_frontend_label: \"y\"}) { attribute_code }");
        admin(calls, "adminDeleteCustomerAttribute", () -> "(entity: CUSTOMER, code: \"" + attribute(true) + "\")");
        admin(
                calls,
                "adminCreateCustomerGroup",
                () -> "(input: {code: \"" + SafeOperationsTest.mark() + "\", tax_class_id: 3}) { id }");
        admin(calls, "adminUpdateCustomerGroup", () -> "(id: " + group() + ", input: {tax_class_id: 3}) { id }");
        admin(calls, "adminDeleteCustomerGroup", () -> "(id: " + group() + ")");
        admin(
                calls,
                "adminCreateCustomerSegment",
                () -> "(input: {name: \"" + SafeOperationsTest.mark()
                        + "\", apply_to: \"registered\", website_ids: [1], rule: \"" + RuleFixture.TEXT
                        + "\"}) { id }");
        admin(
                calls,
                "adminUpdateCustomerSegment",
                () -> "(id: \"" + segment() + "\", input: {description: \"x\"}) { id }");
        admin(calls, "adminDeleteCustomerSegment", () -> "(id: \"" + segment() + "\")");
        admin(calls, "adminRefreshCustomerSegment", () -> "(id: \"" + segment() + "\")");
        admin(calls, "adminSetSetting", () -> "(path: \"" + UNIT + "\", value: \"kgs\") { value }");
        admin(calls, "adminInheritSetting", () -> "(path: \"" + UNIT + "\") { value }");
    }

    private static final String ADDRESS = "{firstname: \"A\", lastname: \"B\", street: [\"1\"], city: \"Austin\","
            + " postcode: \"78701\", country_code: US, region: {region_id: 57}, telephone: \"1\"}";

    private void shoppers(Map<String, Supplier<Sent>> calls) {
        for (String name : List.of("createCustomer", "createCustomerV2")) {
            mutation(
                    calls,
                    name,
                    () -> guest(),
                    () -> "(input: {email: \"" + email() + "\", firstname: \"A\", lastname: \"B\", password: \""
                            + PASSWORD + "\"}) { customer { email } }");
        }
        mutation(
                calls,
                "changeCustomerPassword",
                () -> own(),
                () -> "(currentPassword: \"" + PASSWORD + "\", newPassword: \"Other-Passw0rd\") { email }");
        mutation(calls, "createCustomerAddress", () -> own(), () -> "(input: " + ADDRESS + ") { id }");
        mutation(calls, "deleteCustomer", () -> own(), () -> "");
        mutation(calls, "revokeCustomerToken", () -> own(), () -> " { result }");
        mutation(calls, "updateCustomer", () -> own(), () -> "(input: {lastname: \"C\"}) { customer { email } }");
        mutation(calls, "updateCustomerV2", () -> own(), () -> "(input: {lastname: \"C\"}) { customer { email } }");
        mutation(
                calls,
                "updateCustomerEmail",
                () -> own(),
                () -> "(email: \"" + email() + "\", password: \"" + PASSWORD + "\") { customer { email } }");
        mutation(
                calls,
                "generateCustomerToken",
                () -> guest(),
                () -> "(email: \"" + known().get("email") + "\", password: \"" + PASSWORD + "\") { token }");
        mutation(calls, "requestPasswordResetEmail", () -> guest(), () -> "(email: \"" + known().get("email") + "\")");
        mutation(
                calls,
                "resendConfirmationEmail",
                () -> guest(),
                () -> "(email: \"" + unconfirmed().get("email") + "\")");
        mutation(calls, "confirmEmail", () -> guest(), () -> {
            Object email = unconfirmed().get("email");
            return "(input: {email: \"" + email + "\", confirmation_key: \"" + key(email)
                    + "\"}) { customer { email } }";
        });
        mutation(calls, "resetPassword", () -> guest(), () -> {
            Object email = known().get("email");
            return "(email: \"" + email + "\", resetPasswordToken: \"" + reset(email)
                    + "\", newPassword: \"Other-Passw0rd\")";
        });
        for (String suffix : List.of("", "V2")) {
            calls.put(
                    "mutation updateCustomerAddress" + suffix,
                    () -> ofOwnAddress("update", suffix, ", input: {city: \"X\"}) { id }"));
            calls.put("mutation deleteCustomerAddress" + suffix, () -> ofOwnAddress("delete", suffix, ")"));
        }
    }

    private void sessions(Map<String, Supplier<Sent>> calls) {
        String path = "/rest/V1/integration/customer/tokens";
        calls.put(
                "POST " + path,
                () -> guest(
                        "POST",
                        "/integration/customer/tokens",
                        Map.of("username", known().get("email"), "password", PASSWORD)));
        calls.put(
                "POST /rest/V1/integration/customer/token/refresh",
                () -> guest("POST", "/integration/customer/token/refresh", Map.of("refreshToken", refreshToken())));
        calls.put(
                "DELETE /rest/V1/customers/me/sessions",
                () -> new Sent(own(), "DELETE", "/rest/V1/customers/me/sessions"));
        calls.put("DELETE /rest/V1/customers/me/sessions/{sessionId}", () -> {
            String mine = signIn.apply(known().get("email").toString());
            return new Sent(as(mine), "DELETE", "/rest/V1/customers/me/sessions/" + sessionOf(mine));
        });
        calls.put("DELETE /rest/V1/customers/{customerId}/sessions", () -> {
            String email = known().get("email").toString();
            token(email);
            return new Sent(asAdmin(), "DELETE", "/rest/V1/customers/" + idOf(email) + "/sessions");
        });
        calls.put("DELETE /rest/V1/customers/{customerId}/sessions/{sessionId}", () -> {
            String email = known().get("email").toString();
            long session = sessionOf(token(email));
            return new Sent(asAdmin(), "DELETE", "/rest/V1/customers/" + idOf(email) + "/sessions/" + session);
        });
        mutation(
                calls,
                "generateCustomerTokens",
                () -> guest(),
                () -> "(email: \"" + known().get("email") + "\", password: \"" + PASSWORD + "\") { access_token }");
        mutation(
                calls,
                "refreshCustomerTokens",
                () -> guest(),
                () -> "(refresh_token: \"" + refreshToken() + "\") { access_token }");
        calls.put("mutation endCustomerSession", () -> {
            String mine = signIn.apply(known().get("email").toString());
            String query = "mutation { endCustomerSession(session_id: \"" + sessionOf(mine) + "\") }";
            return new Sent(as(mine).body(Map.of("query", query)), "POST", "/graphql");
        });
    }

    private static long sessionOf(String token) {
        return as(token).get("/rest/V1/customers/me/sessions").jsonPath().getLong("find { it.current }.id");
    }

    private static String refreshToken() {
        return guest().body(Map.of("username", known().get("email"), "password", PASSWORD))
                .post("/rest/V1/integration/customer/tokens")
                .jsonPath()
                .getString("refresh_token");
    }

    private void newsletters(Map<String, Supplier<Sent>> calls) {
        calls.put("POST /rest/V1/newsletter/subscribers/massActions", () -> {
            Map<String, Object> action = Map.of("name", "unsubscribe", "ids", List.of(subscriptionOf(subscriber())));
            return new Sent(
                    asAdmin().body(Map.of("action", action)), "POST", "/rest/V1/newsletter/subscribers/massActions");
        });
        for (String name : List.of("adminUnsubscribeFromNewsletter", "adminDeleteNewsletterSubscribers")) {
            admin(calls, name, () -> "(ids: [\"" + subscriptionOf(subscriber()) + "\"])");
        }
        calls.put("mutation subscribeEmailToNewsletter", () -> {
            String email = known().get("email").toString();
            String query = "mutation { subscribeEmailToNewsletter(email: \"" + email + "\") { status } }";
            return new Sent(as(signIn.apply(email)).body(Map.of("query", query)), "POST", "/graphql");
        });
        calls.put(
                "POST /rest/V1/newsletter/unsubscribe",
                () -> guest("POST", "/newsletter/unsubscribe", link("newsletter-subscribed")));
        calls.put("POST /rest/V1/newsletter/unsubscribe/{token}", () -> {
            Object token = link("newsletter-subscribed").get("token");
            return new Sent(guest(), "POST", "/rest/V1/newsletter/unsubscribe/" + token);
        });
        calls.put("POST /rest/V1/newsletter/confirm", () -> {
            asAdmin().body(Map.of("value", "1")).put(NEWSLETTER_CONFIRM).then().statusCode(200);
            try {
                return guest("POST", "/newsletter/confirm", link("newsletter-confirm"));
            } finally {
                asAdmin().delete(NEWSLETTER_CONFIRM);
            }
        });
        calls.put("POST /rest/V1/visitors", () -> new Sent(guest(), "POST", "/rest/V1/visitors"));
    }

    /** A customer who takes the newsletter. */
    private static String subscriber() {
        Map<String, Object> ada = with(customer(), "extension_attributes", Map.of("is_subscribed", true));
        create(ada);
        return ada.get("email").toString();
    }

    private static Map<String, Object> link(String mail) {
        return Map.of("token", MailFixture.token(MailFixture.mail(subscriber(), mail)));
    }

    private static int subscriptionOf(String email) {
        return asAdmin()
                .queryParam("searchCriteria[filter_groups][0][filters][0][field]", "email")
                .queryParam("searchCriteria[filter_groups][0][filters][0][value]", email)
                .get("/rest/V1/newsletter/subscribers/search")
                .jsonPath()
                .getInt("items[0].id");
    }

    private static void assistants(Map<String, Supplier<Sent>> calls) {
        calls.put(
                "POST /rest/V1/customers/{customerId}/token",
                () -> new Sent(
                        asAdmin().body(Map.of("reason", "Phone")),
                        "POST",
                        "/rest/V1/customers/" + idOf(willing()) + "/token"));
        calls.put(
                "POST /rest/V1/customer/{customerId}/otp",
                () -> new Sent(
                        asAdmin().body(Map.of("reason", "Phone")),
                        "POST",
                        "/rest/V1/customer/" + idOf(willing()) + "/otp"));
        admin(
                calls,
                "generateCustomerTokenAsAdmin",
                () -> "(input: {customer_email: \"" + willing() + "\"}) { customer_token }");
        mutation(calls, "exchangeOtpForCustomerToken", () -> guest(), () -> {
            String email = willing();
            String code = asAdmin()
                    .body(Map.of("reason", "Phone"))
                    .post("/rest/V1/customer/" + idOf(email) + "/otp")
                    .jsonPath()
                    .getString("otp");
            return "(email: \"" + email + "\", otp: \"" + code + "\") { token }";
        });
    }

    /** The address of a customer who allows to be helped. */
    private static String willing() {
        Map<String, Object> ada = with(customer(), "extension_attributes", Map.of("assistance_allowed", 2));
        create(ada);
        return ada.get("email").toString();
    }

    private static void prices(Map<String, Supplier<Sent>> calls) {
        for (String kind : List.of("base-prices", "cost", "special-price", "tier-prices")) {
            calls.put(
                    "POST /rest/V1/products/" + kind + "-information",
                    () -> price("POST", kind + "-information", "skus", List.of(PricingFixture.product(1))));
        }
        calls.put("POST /rest/V1/products/base-prices", () -> price("POST", "base-prices", "prices", rows("price")));
        calls.put("POST /rest/V1/products/cost", () -> price("POST", "cost", "prices", rows("cost")));
        calls.put("POST /rest/V1/products/cost-delete", () -> {
            List<Map<String, Object>> rows = rows("cost");
            var _ = price("POST", "cost", "prices", rows).send(AuditFixture.requestId());
            return price("POST", "cost-delete", "skus", List.of(rows.getFirst().get("sku")));
        });
        calls.put("POST /rest/V1/products/special-price", () -> price("POST", "special-price", "prices", specials()));
        calls.put("POST /rest/V1/products/special-price-delete", () -> {
            List<Map<String, Object>> rows = specials();
            var _ = price("POST", "special-price", "prices", rows).send(AuditFixture.requestId());
            return price("POST", "special-price-delete", "prices", rows);
        });
        for (String verb : List.of("POST", "PUT")) {
            calls.put(
                    verb + " /rest/V1/products/tier-prices",
                    () -> price(verb, "tier-prices", "prices", List.of(tier(PricingFixture.product(9)))));
        }
        calls.put("POST /rest/V1/products/tier-prices-delete", () -> {
            List<Map<String, Object>> rows = List.of(tier(PricingFixture.product(9)));
            PricingFixture.addTiers(rows).then().statusCode(200);
            return price("POST", "tier-prices-delete", "prices", rows);
        });
        String one = "{sku}/group-prices/{customerGroupId}/tiers/{qty}";
        calls.put(
                "POST /rest/V1/products/" + one + "/price/{price}",
                () -> new Sent(
                        asAdmin(),
                        "POST",
                        "/rest/V1/products/" + PricingFixture.product(9) + "/group-prices/1/tiers/2/price/3"));
        calls.put("POST /rest/V1/tierPrices/import", () -> {
            String lines = "sku,tier_price_website,tier_price_customer_group,tier_price_qty,tier_price,"
                    + "tier_price_value_type\r\n" + PricingFixture.product(9) + ",All Websites,General,2,5,Fixed\r\n";
            return new Sent(
                    asAdmin().contentType("text/csv").body(lines.getBytes(StandardCharsets.UTF_8)),
                    "POST",
                    "/rest/V1/tierPrices/import");
        });
        calls.put(
                "POST /rest/V1/imports",
                () -> new Sent(
                        asAdmin()
                                .contentType("text/csv")
                                .body("email,_website\nnobody@example.com,base".getBytes(StandardCharsets.UTF_8)),
                        "POST",
                        "/rest/V1/imports?checkOnly=true"));
        for (String name : List.of("adminSetTierPrices", "adminReplaceTierPrices", "adminDeleteTierPrices")) {
            admin(calls, name, () -> {
                String sku = PricingFixture.product(9);
                if (name.equals("adminDeleteTierPrices")) {
                    PricingFixture.addTiers(List.of(tier(sku))).then().statusCode(200);
                }
                return "(prices: [{sku: \"" + sku + "\", customer_group: \"General\", quantity: 2,"
                        + " price_type: \"fixed\", price: 5}]) { failures { message } }";
            });
        }
        calls.put(
                "POST /rest/V1/jobs/{id}/cancel",
                () -> new Sent(asAdmin(), "POST", "/rest/V1/jobs/" + JobFixture.waiting() + "/cancel"));
        calls.put("POST /rest/V1/privacy/requests/{id}/verify", () -> {
            long asked = asAdmin()
                    .body(Map.of("request", Map.of("kind", "access", "email", email())))
                    .post("/rest/V1/privacy/requests")
                    .jsonPath()
                    .getLong("id");
            return new Sent(
                    asAdmin().body(Map.of("evidence", "Seen")),
                    "POST",
                    "/rest/V1/privacy/requests/" + asked + "/verify");
        });
        calls.put("POST /rest/V1/customers/massActions/{jobId}/undo", () -> {
            Map<String, Object> nobody = MassActionFixture.named("group", Map.of("group_id", 1), List.of(987654321L));
            long done = MassActionFixture.done(nobody).getLong("id");
            return new Sent(asAdmin(), "POST", MassActionFixture.ACTIONS + "/" + done + "/undo");
        });
        calls.put("POST /rest/V1/customers/merge/preview", () -> {
            Map<String, Object> pair = MergeFixture.body(createByAdmin(customer()), createByAdmin(customer()));
            return new Sent(asAdmin().body(pair), "POST", MergeFixture.MERGE + "/preview");
        });
        calls.put("POST /rest/V1/merges/{id}/undo", () -> {
            long merge = MergeFixture.merge(createByAdmin(customer()), createByAdmin(customer()));
            return new Sent(asAdmin(), "POST", "/rest/V1/merges/" + merge + "/undo");
        });
        admin(
                calls,
                "adminMergeCustomers",
                () -> "(input: {survivor_id: \"" + createByAdmin(customer()) + "\", merged_id: \""
                        + createByAdmin(customer()) + "\"}) { id }");
        admin(
                calls,
                "adminUndoCustomerMerge",
                () -> "(id: \"" + MergeFixture.merge(createByAdmin(customer()), createByAdmin(customer()))
                        + "\") { merge { id } }");
        calls.put(
                "POST /rest/V1/customerSegments/{id}/refresh",
                () -> new Sent(asAdmin(), "POST", "/rest/V1/customerSegments/" + segment() + "/refresh"));
        calls.put(
                "POST /rest/V1/customerSegments/preview",
                () -> new Sent(
                        asAdmin().body(Map.of("segment", SegmentFixture.any())),
                        "POST",
                        "/rest/V1/customerSegments/preview"));
        calls.put("POST /rest/V1/prices/quote", () -> {
            Map<String, Object> line = Map.of("sku", PricingFixture.product(9), "qty", 1);
            return guest("POST", "/prices/quote", Map.of("quote", Map.of("website_id", 1, "lines", List.of(line))));
        });
        for (String kind : List.of("orders", "carts", "views", "wishlists", "reviews", "balances")) {
            calls.put(
                    "POST /rest/V1/activity/" + kind,
                    () -> new Sent(
                            asAdmin().body(Map.of(kind, List.of(ActivityFixture.fact(kind)))),
                            "POST",
                            "/rest/V1/activity/" + kind));
        }
        calls.put("POST /rest/V1/activity/orders/{externalId}/account", () -> {
            Map<String, Object> order = HistoryFixture.guestOrder(email());
            HistoryFixture.report("orders", List.of(order));
            return new Sent(asAdmin(), "POST", "/rest/V1/activity/orders/" + order.get("external_id") + "/account");
        });
        calls.put("POST /rest/V1/productFacts/import", () -> {
            String line = "{\"sku\": \"" + PricingFixture.sku() + "\", \"price\": 1}";
            return new Sent(
                    asAdmin().contentType("application/x-ndjson").body(line.getBytes(StandardCharsets.UTF_8)),
                    "POST",
                    "/rest/V1/productFacts/import");
        });
    }

    private static Sent price(String verb, String storage, String name, List<?> rows) {
        return new Sent(asAdmin().body(Map.of(name, rows)), verb, "/rest/V1/products/" + storage);
    }

    private static List<Map<String, Object>> rows(String amount) {
        return List.of(Map.of("sku", PricingFixture.product(9), "store_id", 0, amount, 5));
    }

    private static List<Map<String, Object>> specials() {
        return List.of(Map.of(
                "sku",
                PricingFixture.product(9),
                "store_id",
                0,
                "price",
                5,
                "price_from",
                "2037-01-19 03:14:07",
                "price_to",
                "2038-01-19 03:14:07"));
    }

    private static Map<String, Object> tier(String sku) {
        return PricingFixture.tier(sku, "General", 2, 5);
    }

    private static void secondFactors(Map<String, Supplier<Sent>> calls) {
        String tfa = "/tfa/provider/google/";
        calls.put(
                "POST /rest/V1" + tfa + "configure",
                () -> guest("POST", tfa + "configure", Map.of("tfaToken", new Invited().token)));
        calls.put("POST /rest/V1" + tfa + "activate", () -> {
            Invited user = new Invited();
            return guest("POST", tfa + "activate", Map.of("tfaToken", user.token, "otp", user.code(0)));
        });
        calls.put("POST /rest/V1" + tfa + "authenticate", () -> {
            Invited user = new Invited();
            user.activate();
            return guest(
                    "POST",
                    tfa + "authenticate",
                    Map.of("username", user.name, "password", Invited.PASSWORD, "otp", user.code(1)));
        });
        calls.put("POST /rest/V1/admin/users/{id}/resetSecondFactor", () -> {
            Invited user = new Invited();
            user.activate();
            return new Sent(asAdmin(), "POST", "/rest/V1/admin/users/" + user.id + "/resetSecondFactor");
        });
    }

    /** An administrator whose role needs a second factor, and the token that was mailed to configure one. */
    private static final class Invited {

        private static final String PASSWORD = "Invited-Pass-1";
        private static final String ROLES = "/rest/V1/settings/clientele/second_factor/roles";
        private static final int STEP_SECONDS = 30;

        private final String name = SafeOperationsTest.mark();
        private final int id;
        private final String token;
        private final HOTPGenerator codes;
        // The step before the present one, if it is not too long ago to count: another one is left for later.
        private final long first;

        Invited() {
            int role = asAdmin()
                    .body(Map.of("role", Map.of("name", name, "resources", List.of("Magento_TwoFactorAuth::tfa"))))
                    .post("/rest/V1/admin/roles")
                    .jsonPath()
                    .getInt("id");
            Map<String, Object> user = new HashMap<>(
                    Map.of("username", name, "email", name + "@example.com", "firstname", "In", "lastname", "Vited"));
            user.put("password", PASSWORD);
            user.put("role_id", role);
            id = asAdmin()
                    .body(Map.of("user", user))
                    .post("/rest/V1/admin/users")
                    .jsonPath()
                    .getInt("id");
            asAdmin().body(Map.of("value", "999999," + role)).put(ROLES).then().statusCode(200);
            guest().body(Map.of("username", name, "password", PASSWORD)).post("/rest/V1/integration/admin/token");
            asAdmin().delete(ROLES);
            Object text =
                    MailFixture.mail(name + "@example.com", "second-factor").get("text");
            Matcher found = Pattern.compile("\\b[0-9a-f]{48}\\b").matcher(text.toString());
            assertThat(found.find()).isTrue();
            token = found.group();
            String secret = guest().body(Map.of("tfaToken", token))
                    .post("/rest/V1/tfa/provider/google/configure")
                    .jsonPath()
                    .getString("secret_code");
            codes = new HOTPGenerator.Builder(secret.getBytes(StandardCharsets.US_ASCII))
                    .withPasswordLength(6)
                    .build();
            long now = Instant.now().getEpochSecond();
            first = now % STEP_SECONDS < STEP_SECONDS / 2 ? now / STEP_SECONDS - 1 : now / STEP_SECONDS;
        }

        String code(int step) {
            return codes.generate(first + step);
        }

        void activate() {
            guest().body(Map.of("tfaToken", token, "otp", code(0)))
                    .post("/rest/V1/tfa/provider/google/activate")
                    .then()
                    .statusCode(200);
        }
    }

    private Sent ofOwnAddress(String verb, String suffix, String rest) {
        Map<String, Object> ada = customerWithAddresses(2);
        long id = addressOf(create(ada));
        String name = suffix.isEmpty() ? "id: " + id : "uid: \"" + uid(id) + "\"";
        String document = "mutation { " + verb + "CustomerAddress" + suffix + "(" + name + rest + " }";
        return new Sent(
                as(signIn.apply(ada.get("email").toString())).body(Map.of("query", document)), "POST", "/graphql");
    }

    private static String uid(long id) {
        return java.util.Base64.getEncoder().encodeToString(Long.toString(id).getBytes(StandardCharsets.UTF_8));
    }

    private static void admin(Map<String, Supplier<Sent>> calls, String name, Supplier<String> rest) {
        mutation(calls, name, AdminFixture::asAdmin, rest);
    }

    private static void mutation(
            Map<String, Supplier<Sent>> calls, String name, Supplier<RequestSpecification> who, Supplier<String> rest) {
        calls.put("mutation " + name, () -> {
            Map<String, Object> body = new HashMap<>();
            body.put("query", "mutation { " + name + rest.get() + " }");
            return new Sent(who.get().body(body), "POST", "/graphql");
        });
    }

    private static RequestSpecification guest() {
        return given().contentType(ContentType.JSON).accept(ContentType.JSON);
    }

    private static Sent guest(String verb, String path, Map<String, ?> body) {
        return new Sent(guest().body(body), verb, "/rest/V1" + path);
    }

    private static Map<String, Object> known() {
        Map<String, Object> ada = customer();
        create(ada);
        return ada;
    }

    private RequestSpecification own() {
        return as(signIn.apply(known().get("email").toString()));
    }

    private static Map<String, Object> unconfirmed() {
        asAdmin().body(Map.of("value", "1")).put(CONFIRM).then().statusCode(200);
        Map<String, Object> ada = known();
        asAdmin().delete(CONFIRM);
        return ada;
    }

    private static String key(Object email) {
        return MailFixture.token(MailFixture.mail(email, "confirmation"));
    }

    private static String reset(Object email) {
        guest().body(Map.of("email", email, "template", "email_reset"))
                .put("/rest/V1/customers/password")
                .then()
                .statusCode(200);
        return MailFixture.token(MailFixture.mail(email, "password-reset"));
    }

    private static long addressOf(long customer) {
        String path = "/rest/V1/customers/" + customer;
        List<Integer> ids = asAdmin().get(path).jsonPath().getList("addresses.id");
        return ids.getLast();
    }

    private static String segment() {
        String id = asAdmin()
                .body(Map.of("segment", SegmentFixture.any()))
                .post("/rest/V1/customerSegments")
                .jsonPath()
                .getString("id");
        SafeOperationsTest.MADE.add("/rest/V1/customerSegments/" + id);
        return id;
    }

    private static int group() {
        String code = SafeOperationsTest.mark();
        int id = asAdmin()
                .body(Map.of("group", Map.of("code", code, "tax_class_id", 3)))
                .post("/rest/V1/customerGroups")
                .jsonPath()
                .getInt("id");
        SafeOperationsTest.MADE.add("/rest/V1/customerGroups/" + id);
        return id;
    }

    private static String attribute(boolean made) {
        String code = SafeOperationsTest.mark();
        SafeOperationsTest.MADE.add("/rest/V1/customerAttributes/" + code);
        if (made) {
            asAdmin()
                    .body(Map.of(
                            "attribute",
                            Map.of("attribute_code", code, "frontend_input", "text", "default_frontend_label", code)))
                    .post("/rest/V1/customerAttributes")
                    .then()
                    .statusCode(200);
        }
        return code;
    }
}
