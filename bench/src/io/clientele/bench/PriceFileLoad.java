package io.clientele.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/** Sends one long CSV file of tier prices to the service, and watches the service's memory meanwhile. */
final class PriceFileLoad {

    /** How many prices of a product, so that 200,000 products make a file of a million lines. */
    private static final int QUANTITIES = 5;

    private static final long SAMPLE_NANOS = 100_000_000L;

    private final Service service;
    private final String token;
    private final int skus;

    /**
     * What one file took.
     *
     * @param residentMiB the service's memory before the file
     * @param firstHalfMiB the most of it in the first half of the time
     * @param secondHalfMiB the most of it in the second half
     */
    record Result(long rows, double seconds, long residentMiB, long firstHalfMiB, long secondHalfMiB) {}

    PriceFileLoad(Service service, String token, int skus) {
        this.service = service;
        this.token = token;
        this.skus = skus;
    }

    /** The caller takes the rows of the group Loaded away again. */
    Result run() throws IOException {
        Path file = Files.createTempFile("clientele-bench", ".csv");
        try (HttpClient client = HttpClient.newHttpClient()) {
            write(file);
            long before = Cpu.residentMiB(service.pid());
            long began = System.nanoTime();
            CompletableFuture<HttpResponse<String>> answer =
                    client.sendAsync(request(file), HttpResponse.BodyHandlers.ofString());
            List<Long> samples = new ArrayList<>();
            do {
                LockSupport.parkNanos(SAMPLE_NANOS);
                samples.add(Cpu.residentMiB(service.pid()));
            } while (!answer.isDone());
            double seconds = (System.nanoTime() - began) / 1e9;
            check(answer.join());
            int half = samples.size() / 2;
            return new Result(
                    rows(),
                    seconds,
                    before,
                    most(samples.subList(0, half)),
                    most(samples.subList(half, samples.size())));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private long rows() {
        return (long) skus * QUANTITIES;
    }

    private void write(Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(
                    "sku,tier_price_website,tier_price_customer_group,tier_price_qty,tier_price,tier_price_value_type\n");
            for (int sku = 1; sku <= skus; sku++) {
                for (int step = 1; step <= QUANTITIES; step++) {
                    out.write(
                            "BENCH-%07d,All Websites [USD],Loaded,%d,%d.5,Fixed\n".formatted(sku, step * 5, 97 - step));
                }
            }
        }
    }

    private HttpRequest request(Path file) throws IOException {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + "/rest/V1/tierPrices/import"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "text/csv")
                .POST(HttpRequest.BodyPublishers.ofFile(file))
                .build();
    }

    private void check(HttpResponse<String> answer) throws IOException {
        JsonNode body = new ObjectMapper().readTree(answer.body());
        if (answer.statusCode() != 200 || body.path("created").asLong() != rows()) {
            throw new IOException("the file was answered with " + answer.statusCode() + ": "
                    + answer.body().substring(0, Math.min(1_000, answer.body().length())));
        }
    }

    private static long most(List<Long> samples) {
        return samples.stream().mapToLong(Long::longValue).max().orElse(0);
    }
}
