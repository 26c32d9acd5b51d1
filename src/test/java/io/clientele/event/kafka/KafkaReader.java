package io.clientele.event.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads a topic from its beginning, of each partition in its order. For one thread. */
public final class KafkaReader implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final KafkaConsumer<String, byte[]> consumer;
    private final List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    public KafkaReader(String servers, String topic, int partitions) {
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", servers, "reconnect.backoff.max.ms", "1000", "enable.auto.commit", "false"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> all = IntStream.range(0, partitions)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList();
        consumer.assign(all);
        consumer.seekToBeginning(all);
    }

    /** All that has come so far. */
    public List<ConsumerRecord<String, byte[]>> records() {
        return records;
    }

    public static String id(ConsumerRecord<String, byte[]> record) {
        return header(record, "ce_id");
    }

    public static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    /** Reads on until there are so many records. */
    public void await(int count) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (records.size() < count) {
            poll();
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("of " + count + " records only " + records.size() + " came");
            }
        }
    }

    /** Reads on until each of the events has come. */
    public void awaitIds(Set<String> wanted) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!ids.containsAll(wanted)) {
            poll();
            if (System.nanoTime() - end > 0) {
                Set<String> missing = new HashSet<>(wanted);
                missing.removeAll(ids);
                throw new AssertionError(missing.size() + " of " + wanted.size() + " events never came: " + missing);
            }
        }
    }

    private void poll() {
        consumer.poll(Duration.ofMillis(200)).forEach(record -> {
            records.add(record);
            ids.add(id(record));
        });
    }

    @Override
    public void close() {
        consumer.close();
    }
}
