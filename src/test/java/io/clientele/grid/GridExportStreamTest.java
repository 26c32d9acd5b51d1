package io.clientele.grid;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.AdminFixture;
import io.clientele.segment.SegmentFixture;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SnapshotReader;
import io.clientele.shared.sql.SqlFragment;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of an export while others write, when its reader goes away, and when the database does. */
@QuarkusTest
class GridExportStreamTest {

    /** Far more than lies between the two ends of a connection. */
    private static final int ROWS = 1_500;

    private static final String FILTER = "searchCriteria%5Bfilter_groups%5D%5B0%5D%5Bfilters%5D%5B0%5D";
    private static final String WIDE = "x".repeat(12_000);
    private static final String UNDER_WAY = "select count(*) from pg_stat_activity where datname = current_database()"
            + " and query like 'fetch%snapshot_rows%' and state = 'idle in transaction'";

    @Inject
    SnapshotReader rows;

    @Inject
    Database database;

    private final String name = SegmentFixture.name();

    @AfterEach
    void clear() {
        GridExportFixture.clear(name);
    }

    @Test
    void everybody_of_the_first_moment_comes_once_whatever_is_written_meanwhile() {
        GridExportFixture.fill(name, 3_500, "");
        List<Long> before = new ArrayList<>();
        String ids = "select id from customer where lastname = ? order by email_key";
        database.list(SqlFragment.of(ids, name), row -> before.add(row.getLong(1)));
        List<Long> read = new ArrayList<>();
        rows.<RuntimeException>forEach(SqlFragment.of(ids, name), row -> {
            if (read.isEmpty()) {
                // The first go to the end, the last away, and others come in between.
                SegmentFixture.run("update customer set email_key = 'zz' || email_key where id = any (?)", (Object)
                        before.stream().limit(50).mapToLong(id -> id).toArray());
                SegmentFixture.run("delete from customer where id = any (?)", (Object)
                        before.stream().skip(3_400).mapToLong(id -> id).toArray());
                SegmentFixture.run("update customer set lastname = 'other' where id = any (?)", (Object) before.stream()
                        .skip(3_300)
                        .limit(50)
                        .mapToLong(id -> id)
                        .toArray());
            }
            read.add(row.getLong(1));
        });
        assertThat(read).isEqualTo(before);
        SegmentFixture.run("delete from customer where id = any (?)", (Object)
                before.stream().mapToLong(id -> id).toArray());
    }

    @Test
    void a_taker_that_gives_up_leaves_the_connection_as_it_was() {
        GridExportFixture.fill(name, 10, "");
        for (int i = 0; i < 30; i++) {
            try {
                rows.<IOException>forEach(SqlFragment.of("select id from customer where lastname = ?", name), row -> {
                    throw new IOException("enough");
                });
                throw new AssertionError("it was not told");
            } catch (IOException e) {
                assertThat(e).hasMessage("enough").hasNoSuppressedExceptions();
            }
        }
        // More often than there are connections; and none of them is still in a transaction or has other limits.
        assertThat(SegmentFixture.texts("show statement_timeout")).containsExactly("5s");
        assertThat(SegmentFixture.texts("show idle_in_transaction_session_timeout"))
                .containsExactly("0");
    }

    @Test
    void a_reader_who_goes_away_leaves_nothing_under_way() throws IOException {
        GridExportFixture.fill(name, ROWS, WIDE);
        try (Socket socket = ask()) {
            assertThat(begun(socket)).startsWith("HTTP/1.1 200 ");
            SegmentFixture.until("an export waits for its reader", () -> SegmentFixture.count(UNDER_WAY) == 1);
            socket.setSoLinger(true, 0);
        }
        SegmentFixture.until("nothing is under way", () -> SegmentFixture.count(UNDER_WAY) == 0);
    }

    @Test
    void an_export_whose_database_goes_away_has_no_end() throws IOException {
        GridExportFixture.fill(name, ROWS, WIDE);
        try (Socket socket = ask()) {
            begun(socket);
            SegmentFixture.until("an export waits for its reader", () -> SegmentFixture.count(UNDER_WAY) == 1);
            assertThat(SegmentFixture.texts("select pg_terminate_backend(pid)::text from pg_stat_activity"
                            + " where query like 'fetch%snapshot_rows%' and state = 'idle in transaction'"
                            + " and datname = current_database()"))
                    .containsExactly("true");
            String rest = rest(socket);
            // The last chunk of an answer that is whole has the length 0.
            assertThat(rest).doesNotEndWith("0\r\n\r\n");
            assertThat(rest.split("\r\n\"?[0-9]+,", -1).length).isLessThan(ROWS);
        }
    }

    private Socket ask() throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        socket.setSoTimeout(20_000);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), RestAssured.port));
        socket.getOutputStream()
                .write(("GET /rest/V1/customerGrid/export?columns=id,taxvat&" + FILTER + "%5Bfield%5D=lastname&"
                                + FILTER + "%5Bvalue%5D=" + name
                                + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + AdminFixture.token()
                                + "\r\nConnection: close\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String begun(Socket socket) throws IOException {
        byte[] first = new byte[100];
        int read = socket.getInputStream().readNBytes(first, 0, first.length);
        return new String(first, 0, read, StandardCharsets.US_ASCII);
    }

    /** All that still comes, be it an end or a connection that is reset. */
    private static String rest(Socket socket) throws IOException {
        StringBuilder text = new StringBuilder();
        byte[] buffer = new byte[65_536];
        InputStream in = socket.getInputStream();
        try {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                text.append(new String(buffer, 0, read, StandardCharsets.US_ASCII));
            }
        } catch (SocketException e) {
            // Broken off, which is how an answer ends that is not whole.
        }
        return text.toString();
    }
}
