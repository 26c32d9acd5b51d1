package io.clientele.tax.vat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * Asks the European Commission's VIES REST service whether a VAT number is registered. It waits no longer than it is
 * told, takes no more than a few kilobytes, goes nowhere else, and asks no more than a few questions at a time.
 */
@ApplicationScoped
class ViesClient {

    private static final Logger LOG = Logger.getLogger(ViesClient.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** An answer has less than one kilobyte, a trader's address included. */
    private static final int MOST_BYTES = 65_536;

    private static final int MOST_AT_A_TIME = 8;

    private final URI service;
    private final Clock clock;
    private final Semaphore places = new Semaphore(MOST_AT_A_TIME);
    private final HttpClient http = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(2))
            .executor(Executors.newThreadPerTaskExecutor(
                    Thread.ofVirtual().name("vies-", 0).factory()))
            .build();

    @Inject
    ViesClient(VatConfig config, Clock clock) {
        this.service = URI.create(config.viesUrl() + "/check-vat-number");
        this.clock = clock;
    }

    /** What the service says within the limit; empty when it does not say. */
    Optional<VatAnswer> ask(VatQuestion question, Duration limit) {
        if (!places.tryAcquire()) {
            LOG.info("VIES is not asked: too many questions are waiting for it");
            return Optional.empty();
        }
        try {
            HttpRequest request = HttpRequest.newBuilder(service)
                    .header("Content-Type", "application/json")
                    .header("Accept", "application/json")
                    .timeout(limit)
                    .POST(HttpRequest.BodyPublishers.ofString(body(question)))
                    .build();
            return read(send(request, limit));
        } catch (ExecutionException | TimeoutException | JsonProcessingException e) {
            LOG.infof("VIES did not answer: %s", e.toString());
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            places.release();
        }
    }

    /** The request's own limit ends with the headers; this one is over the whole answer. */
    private HttpResponse<byte[]> send(HttpRequest request, Duration limit)
            throws ExecutionException, TimeoutException, InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> answer = http.sendAsync(
                request, HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), MOST_BYTES));
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            answer.cancel(true);
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

    private Optional<VatAnswer> read(HttpResponse<byte[]> response) throws JsonProcessingException {
        JsonNode answer;
        try {
            answer = JSON.readTree(response.body());
        } catch (java.io.IOException e) {
            LOG.infof("VIES answered %d and no JSON", response.statusCode());
            return Optional.empty();
        }
        JsonNode errors = answer.path("errorWrappers");
        if (errors.isArray() && !errors.isEmpty()) {
            String error = errors.get(0).path("error").asText();
            LOG.infof("VIES answered %d and %s", response.statusCode(), error);
            // The number cannot be one: that is an answer, the others say that there is none now.
            return error.equals("INVALID_INPUT") ? Optional.of(new VatAnswer(false, null, today())) : Optional.empty();
        }
        if (response.statusCode() != 200 || !answer.path("valid").isBoolean()) {
            LOG.infof("VIES answered %d and says nothing of the number", response.statusCode());
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
