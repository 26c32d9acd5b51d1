package io.clientele.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Parts of an export, which are read ahead. */
class ExportPartsTest {

    private final List<Long> asked = new CopyOnWriteArrayList<>();

    @Test
    void all_come_once_and_in_order_and_the_last_part_is_the_one_that_is_not_full() throws IOException {
        List<Long> taken = new ArrayList<>();
        new ExportParts(after -> part(after, 2 * ExportParts.MOST + 5)).forEach(each -> taken.add(each.id()));
        assertThat(taken)
                .isEqualTo(LongStream.rangeClosed(1, 2 * ExportParts.MOST + 5)
                        .boxed()
                        .toList());
        assertThat(asked).containsExactly(Long.MIN_VALUE, (long) ExportParts.MOST, 2L * ExportParts.MOST);
    }

    @Test
    void a_full_part_with_nothing_behind_it_is_the_last_one() throws IOException {
        List<Long> taken = new ArrayList<>();
        new ExportParts(after -> part(after, ExportParts.MOST)).forEach(each -> taken.add(each.id()));
        assertThat(taken).hasSize(ExportParts.MOST);
        assertThat(asked).hasSize(2);
    }

    @Test
    void what_fails_while_a_part_is_read_ends_the_file_with_that_failure() {
        List<Long> taken = new ArrayList<>();
        ExportParts parts = new ExportParts(after -> {
            if (after > 0) {
                throw new IllegalArgumentException("the second part");
            }
            return part(after, 2 * ExportParts.MOST);
        });
        assertThatThrownBy(() -> parts.forEach(each -> taken.add(each.id())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the second part");
        assertThat(taken).hasSize(ExportParts.MOST);
    }

    @Test
    void what_fails_while_it_is_written_ends_it_too() {
        ExportParts parts = new ExportParts(after -> part(after, 2 * ExportParts.MOST));
        assertThatThrownBy(() -> parts.forEach(each -> {
                    throw new IOException("gone");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("gone");
        assertThat(asked).hasSizeLessThanOrEqualTo(2);
    }

    private List<ExportedCustomer> part(long after, long all) {
        asked.add(after);
        long from = Math.max(0, after);
        return LongStream.rangeClosed(from + 1, Math.min(all, from + ExportParts.MOST))
                .mapToObj(id -> new ExportedCustomer(id, List.of()))
                .toList();
    }
}
