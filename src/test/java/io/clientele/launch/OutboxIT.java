package io.clientele.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Mails of two instances, one of which is killed while it writes them and sends them. */
class OutboxIT {

    private static final int PEOPLE = Integer.getInteger("clientele.outbox.people", 60);
    private static final long PATIENCE_SECONDS = 120;
    private static final String WAITING = "select count(*) from outbox";

    /** What failed before is tried at once; what is being sent is left alone, for that has a lease of two minutes. */
    private static final String PAUSES =
            "update outbox set due_at = created_at where error is not null and due_at < now() + interval '1 minute'";

    /** Four runners take so many mails each. */
    private static final int MOST_ON_THEIR_WAY = 4 * 8;

    private static Instances instances;
    private static ServerQueries database;
    private static GreenMail mail;
    private static int port;
    private static PackagedService first;
    private static PackagedService second;

    @BeforeAll
    static void start() throws Exception {
        port = PackagedService.freePort();
        mail = startMail();
        instances = Instances.start(
                2,
                Map.of(
                        "QUARKUS_MAILER_HOST",
                        "127.0.0.1",
                        "QUARKUS_MAILER_PORT",
                        Integer.toString(port),
                        "QUARKUS_MAILER_START_TLS",
                        "DISABLED"));
        database = instances.queries();
        first = instances.get(0);
        second = instances.get(1);
    }

    private static GreenMail startMail() {
        ServerSetup setup = new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        setup.setServerStartupTimeout(20_000);
        GreenMail started = new GreenMail(setup);
        started.start();
        return started;
    }

    @AfterAll
    static void stop() throws Exception {
        instances.close();
        mail.stop();
    }

    @Test
    void every_account_that_was_acknowledged_gets_its_mail_although_an_instance_is_killed() throws Exception {
        Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
        CountDownLatch half = new CountDownLatch(PEOPLE / 2);
        Instant killed;
        try (ExecutorService senders = Executors.newFixedThreadPool(6)) {
            List<Future<?>> sent = new ArrayList<>();
            for (int i = 0; i < PEOPLE; i++) {
                String email = "kill" + i + "@example.com";
                PackagedService to = i % 3 == 2 ? second : first;
                sent.add(senders.submit(() -> {
                    try {
                        if (register(to, email) == 200) {
                            acknowledged.add(email);
                        }
                    } catch (IOException e) {
                        // Unknown: the instance is gone.
                    } finally {
                        half.countDown();
                    }
                    return null;
                }));
            }
            assertThat(half.await(120, TimeUnit.SECONDS)).isTrue();
            first.kill();
            killed = Instant.now();
            for (Future<?> each : sent) {
                each.get();
            }
        }
        assertThat(acknowledged).hasSizeGreaterThan(PEOPLE / 3);
        // The killed instance's leases would end by themselves, two minutes later.
        Map<String, Integer> times = awaitMails(List.copyOf(acknowledged), leasesBefore(killed));
        assertThat(times.values().stream().filter(count -> count > 1).count())
                .as("mails that came twice: at most those that were on their way at the kill")
                .isLessThanOrEqualTo(MOST_ON_THEIR_WAY);

        mail.stop();
        List<String> late = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            late.add("late" + i + "@example.com");
            assertThat(register(second, late.get(i))).isEqualTo(200);
        }
        mail = startMail();
        assertThat(awaitMails(late, PAUSES).values()).containsOnly(1);
    }

    /** Besides, the leases end that were taken before the moment: those of the instance that was killed then. */
    private static String leasesBefore(Instant moment) {
        return "update outbox set due_at = created_at where error is not null or due_at > created_at + interval '1 minute'"
                + " and due_at <= timestamptz '" + moment + "' + interval '121 seconds'";
    }

    private static int register(PackagedService to, String email) throws Exception {
        return to.post("/rest/V1/customers", """
                        {"customer": {"email": "%s", "firstname": "Ki", "lastname": "Ll"},
                         "password": "Right-Passw0rd"}""".formatted(email)).statusCode();
    }

    /** How often each of the addresses got mail, once all have and nothing waits any more. */
    private static Map<String, Integer> awaitMails(List<String> addresses, String hasten) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() - end < 0) {
            Map<String, Integer> times = received(addresses);
            if (times.size() == addresses.size() && database.number(WAITING) == 0) {
                return times;
            }
            database.run(hasten);
            mail.waitForIncomingEmail(500, mail.getReceivedMessages().length + 1);
        }
        throw new AssertionError(
                "of " + addresses + " got mail: " + received(addresses) + ", waiting: " + database.number(WAITING));
    }

    private static Map<String, Integer> received(List<String> addresses) throws Exception {
        Map<String, Integer> times = new TreeMap<>();
        for (MimeMessage each : mail.getReceivedMessages()) {
            String to = each.getHeader("To", ",");
            if (addresses.contains(to)) {
                times.merge(to, 1, Integer::sum);
            }
        }
        return times;
    }
}
