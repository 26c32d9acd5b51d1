package io.clientele.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ServerMemoryTest {

    private static final long GIGABYTE = 1L << 30;

    @Test
    void an_eighth_of_the_machine_is_for_pages_and_half_of_it_is_expected_to_keep_files() {
        assertThat(ServerMemory.of(16 * GIGABYTE))
                .isEqualTo(Map.of("shared_buffers", "2048MB", "effective_cache_size", "8192MB"));
    }

    @Test
    void a_small_machine_gives_what_postgresql_takes_by_itself() {
        assertThat(ServerMemory.of(512L << 20))
                .isEqualTo(Map.of("shared_buffers", "128MB", "effective_cache_size", "256MB"));
        assertThat(ServerMemory.of(0)).isEqualTo(Map.of("shared_buffers", "128MB", "effective_cache_size", "128MB"));
    }

    @Test
    void a_large_machine_is_not_used_up() {
        assertThat(ServerMemory.of(512 * GIGABYTE).get("shared_buffers")).isEqualTo("8192MB");
    }
}
