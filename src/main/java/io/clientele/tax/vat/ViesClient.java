package io.clientele.tax.vat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clientele.shared.outgoing.OutgoingAnswer;
import io.clientele.shared.outgoing.OutgoingFailed;
import io.clientele.shared.outgoing.OutgoingHttp;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;

/**
 * Asks the European Commission's VIES REST service whether a VAT number is registered. It waits no longer than it is
 * told, goes nowhere else, and asks no more than a few questions at a time.
 */
@ApplicationScoped
class ViesClient {

    private static final Logger LOG = Logger.getLogger(ViesClient.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Map<String, String> HEADERS =
            Map.of("Content-Type", "application/json", "Accept", "application/json");
    private static final int MOST_AT_A_TIME = 8;

    private final URI service;
    private final Clock clock;
    private final Semaphore places = new Semaphore(MOST_AT_A_TIME);
    private final OutgoingHttp http;

    @Inject
    ViesClient(VatConfig config, OutgoingHttp http, Clock clock) {
        this.service = URI.create(config.viesUrl() + "/check-vat-number");
        this.http = http;
        this.clock = clock;
    }

    /** What the service says within the limit; empty when it does not say. */
    Optional<VatAnswer> ask(VatQuestion question, Duration limit) {
        if (!places.tryAcquire()) {
            LOG.info("VIES is not asked: too many questions are waiting for it");
            return Optional.empty();
        }
        try {
            return read(http.post(service, HEADERS, body(question).getBytes(StandardCharsets.UTF_8), limit));
        } catch (OutgoingFailed e) {
            LOG.infof("VIES did not answer: %s", e.toString());
            return Optional.empty();
        } finally {
            places.release();
        }
    }

    private static String body(VatQuestion question) {
        ObjectNode body = JSON.createObjectNode();
        body.put("countryCode", question.number().state());
        body.put("vatNumber", question.number().digits());
        VatNumber requester = question.requester();
        if (requester != null) {
            body.put("requesterMemberStateCode", requester.state());
            body.put("requesterNumber", requester.digits());
        }
        return body.toString();
    }

    private Optional<VatAnswer> read(OutgoingAnswer answered) {
        JsonNode answer;
        try {
            answer = JSON.readTree(answered.body());
        } catch (IOException e) {
            LOG.infof("VIES answered %d and no JSON", answered.status());
            return Optional.empty();
        }
        JsonNode errors = answer.path("errorWrappers");
        if (errors.isArray() && !errors.isEmpty()) {
            String error = errors.get(0).path("error").asText();
            LOG.infof("VIES answered %d and %s", answered.status(), error);
            // The number cannot be one: that is an answer, the others say that there is none now.
            return error.equals("INVALID_INPUT") ? Optional.of(new VatAnswer(false, null, today())) : Optional.empty();
        }
        if (answered.status() != 200 || !answer.path("valid").isBoolean()) {
            LOG.infof("VIES answered %d and says nothing of the number", answered.status());
            return Optional.empty();
        }
        String id = answer.path("requestIdentifier").asText("");
        return Optional.of(new VatAnswer(
                answer.get("valid").booleanValue(),
                id.isBlank() ? null : id.strip(),
                day(answer.path("requestDate").asText(""))));
    }

    /** The service writes a day with a zone, or a moment. */
    private LocalDate day(String text) {
        try {
            return LocalDate.parse(text.substring(0, Math.min(10, text.length())));
        } catch (DateTimeParseException e) {
            return today();
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
