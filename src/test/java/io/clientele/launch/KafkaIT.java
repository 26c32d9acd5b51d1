package io.clientele.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clientele.TestDatabase;
import io.clientele.event.kafka.KafkaBroker;
import io.clientele.event.kafka.KafkaReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Two instances send their events to a Kafka that is not there yet, and later is killed, as whichever of them sends is. Every event
 * gets there, those of one customer in their order, what comes twice has the same id, and requests notice nothing.
 */
class KafkaIT {

    /** {@code -Dclientele.kills=20} for the long run. */
    private static final int KILLS = Integer.getInteger("clientele.kills", 1);

    private static final int CHANGES_BETWEEN_KILLS = 60;
    private static final int PARTITIONS = 4;
    private static final String TOPIC = "shop-events";
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final ObjectMapper JSON = new ObjectMapper();

    private Path folder;
    private KafkaBroker broker;
    private Instances instances;

    @BeforeEach
    void start() throws Exception {
        folder = Files.createTempDirectory("clientele-kafka");
        broker = new KafkaBroker(folder, PackagedService.freePort(), PackagedService.freePort(), PARTITIONS);
        instances = Instances.start(
                2, Map.of("CLIENTELE_KAFKA_BOOTSTRAP_SERVERS", broker.servers(), "CLIENTELE_KAFKA_TOPIC", TOPIC));
    }

    @AfterEach
    void stop() throws Exception {
        instances.close();
        broker.close();
        TestDatabase.delete(folder);
    }

    @Test
    void every_event_gets_to_kafka_in_each_customer_s_order_although_who_sends_and_who_takes_are_killed()
            throws Exception {
        Calls root = Calls.asRoot(instances.get(0));
        try (CustomerWriters writers = new CustomerWriters(root, instances, "stream")) {
            writers.awaitChanges(CHANGES_BETWEEN_KILLS);
            awaitFailing();
            broker.start();
            try (KafkaReader reader = new KafkaReader(broker.servers(), TOPIC, PARTITIONS)) {
                for (int kill = 0; kill < KILLS; kill++) {
                    reader.await(reader.records().size() + CHANGES_BETWEEN_KILLS);
                    PackagedService sender = sender();
                    sender.kill();
                    sender.start();
                    reader.await(reader.records().size() + CHANGES_BETWEEN_KILLS);
                    broker.kill();
                    writers.awaitChanges(writers.changes() + CHANGES_BETWEEN_KILLS);
                    assertThat(instances.all()).allMatch(KafkaIT::isReady);
                    broker.start();
                }
                reader.await(reader.records().size() + CHANGES_BETWEEN_KILLS);
                writers.finish();
                check(reader, root.feed(), writers.changes());
            }
        }
    }

    private static void check(KafkaReader reader, List<JsonNode> feed, int changes) throws Exception {
        Map<String, JsonNode> told = new LinkedHashMap<>();
        feed.forEach(event -> told.put(event.get("id").asText(), event));
        assertThat(told).as("events of as many changes").hasSizeGreaterThanOrEqualTo(changes);
        reader.awaitIds(told.keySet());
        Set<String> seen = new HashSet<>();
        Map<String, Long> last = new HashMap<>();
        Map<String, Integer> partitions = new HashMap<>();
        int doubles = 0;
        for (ConsumerRecord<String, byte[]> record : reader.records()) {
            JsonNode event = JSON.readTree(record.value());
            String id = event.get("id").asText();
            assertThat(KafkaReader.id(record)).isEqualTo(id);
            assertThat(event).as("what the feed shows").isEqualTo(told.get(id));
            assertThat(KafkaReader.header(record, "content-type"))
                    .isEqualTo("application/cloudevents+json; charset=UTF-8");
            JsonNode subject = event.get("subject");
            assertThat(record.key())
                    .isEqualTo(subject == null ? null : subject.asText().replace("customers/", ""));
            if (!seen.add(id)) {
                doubles++;
            } else if (subject != null) {
                Integer before = partitions.put(record.key(), record.partition());
                assertThat(before == null || before == record.partition()).isTrue();
                long sequence = event.get("sequence").asLong();
                Long previous = last.put(record.key(), sequence);
                assertThat(sequence).as("of %s", subject).isGreaterThan(previous == null ? 0 : previous);
            }
        }
        assertThat(new HashSet<>(partitions.values())).as("partitions in use").hasSizeGreaterThan(1);
        assertThat(doubles).as("events that came twice").isLessThan(3_000 * KILLS);
        System.out.println(2 * KILLS + " kills, " + changes + " changes, " + told.size()
                + " events: none lost, each customer's in order, " + doubles + " came twice");
    }

    /** Whichever of the instances sends, once one does. */
    private PackagedService sender() throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            for (PackagedService each : instances.all()) {
                if (kafka(each).path("sends").asBoolean()) {
                    return each;
                }
            }
            assertThat(System.nanoTime()).as("nobody sends").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    /** Waits until the one that sends has found out that nobody takes it; it is ready all the same. */
    private void awaitFailing() throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        PackagedService sender = sender();
        while (!kafka(sender).path("failing").asBoolean()) {
            assertThat(System.nanoTime()).as("not failing: %s", kafka(sender)).isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        assertThat(kafka(sender).path("behind").asLong()).isPositive();
        assertThat(isReady(sender)).isTrue();
    }

    private static JsonNode kafka(PackagedService service) throws Exception {
        for (JsonNode check :
                JSON.readTree(service.get("/q/health/ready").body()).path("checks")) {
            if (check.path("name").asText().equals("kafka")) {
                return check.path("data");
            }
        }
        throw new AssertionError("readiness says nothing of Kafka");
    }

    private static boolean isReady(PackagedService service) {
        try {
            return service.isReady();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
