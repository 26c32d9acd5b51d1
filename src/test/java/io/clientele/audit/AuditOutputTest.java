package io.clientele.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.clientele.shared.search.Pages;
import io.clientele.shared.search.SearchCriteria;
import io.clientele.shared.search.SearchResults;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An export of any length holds a page at a time: what was read is written before more is read. */
class AuditOutputTest {

    private static final int PAGES = 100;
    private static final int PAGE_SIZE = 500;

    /** At most so many bytes may be read and not yet written: a page and the buffers on the way. */
    private static final long BOUND = 256 * 1024;

    private long read;
    private long written;
    private long mostHeld;
    private int pages;

    private SearchResults<AuditEntry> page(String after) {
        int number = after.isEmpty() ? 0 : Integer.parseInt(after);
        pages++;
        List<AuditEntry> items = LongStream.range(0, PAGE_SIZE)
                .mapToObj(i -> entry((long) number * PAGE_SIZE + i))
                .toList();
        read += PAGE_SIZE * 200L;
        mostHeld = Math.max(mostHeld, read - written);
        return new SearchResults<>(
                items,
                new SearchCriteria(null, null, PAGE_SIZE, null),
                null,
                number + 1 < PAGES ? Integer.toString(number + 1) : null);
    }

    private static AuditEntry entry(long id) {
        String name = "n".repeat(200);
        Actor actor = new Actor("system", 0, null, "", "");
        return new AuditEntry(
                id,
                Instant.EPOCH,
                "thing.changed",
                "success",
                null,
                actor,
                name,
                "thing",
                "1",
                null,
                null,
                null,
                null,
                null,
                false);
    }

    @ParameterizedTest
    @EnumSource(AuditFormat.class)
    void pages_are_read_one_by_one_while_what_was_read_is_written(AuditFormat format) throws IOException {
        Pages<AuditEntry> export = new Pages<>(this::page);
        assertThat(pages).isEqualTo(1);
        long[] lines = {0};
        new AuditOutput(export, format, new ObjectMapper()).write(new OutputStream() {
            @Override
            public void write(int one) {
                written++;
                lines[0] += one == '\n' ? 1 : 0;
            }
        });
        assertThat(pages).isEqualTo(PAGES);
        assertThat(lines[0]).isEqualTo((long) PAGES * PAGE_SIZE + (format == AuditFormat.CSV ? 1 : 0));
        assertThat(mostHeld).isLessThan(BOUND);
    }
}
