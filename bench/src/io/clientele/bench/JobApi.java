package io.clientele.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.TreeSet;

/** Asks for work that lasts, and waits for its end, as an administrator. */
final class JobApi implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long PATIENCE_NANOS = 3_600_000_000_000L;
    private static final long PAUSE_MILLIS = 50;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Service service;
    private final String token;

    JobApi(Service service, String token) {
        this.service = service;
        this.token = token;
    }

    /** The steps of its progress that were seen. */
    record Ended(long done, int steps) {}

    JsonNode post(String path, String body) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    JsonNode post(String path, Path file) throws IOException, InterruptedException {
        return send(request(path).header("Content-Type", "text/csv").POST(HttpRequest.BodyPublishers.ofFile(file)));
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("answered with " + answer.statusCode() + ": " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + path))
                .header("Authorization", "Bearer " + token);
    }

    HttpClient client() {
        return client;
    }

    /** Waits for the end of the job, which must be a good one. */
    Ended await(long job) throws IOException, InterruptedException {
        TreeSet<Long> steps = new TreeSet<>();
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (System.nanoTime() < end) {
            JsonNode now = get("/rest/V1/jobs/" + job);
            steps.add(now.path("done").asLong());
            switch (now.path("status").asText()) {
                case "done" -> {
                    return new Ended(now.path("done").asLong(), steps.size());
                }
                case "failed", "cancelled" -> throw new IOException("the job ended so: " + now);
                default -> Thread.sleep(PAUSE_MILLIS);
            }
        }
        throw new IOException("the job has not ended");
    }

    boolean isOver(long job) throws IOException, InterruptedException {
        return !"waiting running"
                .contains(get("/rest/V1/jobs/" + job).path("status").asText());
    }

    @Override
    public void close() {
        client.close();
    }
}
