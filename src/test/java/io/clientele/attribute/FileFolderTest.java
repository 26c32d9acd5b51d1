package io.clientele.attribute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileFolderTest {

    private static final Instant OLD = Instant.parse("2020-01-01T00:00:00Z");
    private static final byte[] CONTENT = "content".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path root;

    @Test
    void what_was_written_is_read() {
        FileFolder folder = new FileFolder(root);
        String path = FilePaths.fresh("png");
        folder.write(path, CONTENT);
        assertThat(folder.read(path))
                .hasValueSatisfying(read -> assertThat(read).isEqualTo(CONTENT));
        assertThat(folder.read(FilePaths.fresh("png"))).isEmpty();
    }

    @Test
    void no_path_leads_out_of_the_folder() {
        FileFolder folder = new FileFolder(root);
        for (String path : new String[] {"/../x", "/a/bc/../../../etc/passwd", "a", "/a/bc/x.png"}) {
            assertThatThrownBy(() -> folder.read(path)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> folder.write(path, CONTENT)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void a_sweep_removes_old_files_that_nobody_knows_and_nothing_else() throws Exception {
        FileFolder folder = new FileFolder(root);
        String known = FilePaths.fresh("png");
        String unknown = FilePaths.fresh("png");
        String young = FilePaths.fresh("png");
        folder.write(known, CONTENT);
        folder.write(unknown, CONTENT);
        folder.write(young, CONTENT);
        Path foreign = Files.write(root.resolve("readme.txt"), CONTENT);
        Files.setLastModifiedTime(foreign, FileTime.from(OLD));
        Files.setLastModifiedTime(root.resolve(known.substring(1)), FileTime.from(OLD));
        Files.setLastModifiedTime(root.resolve(unknown.substring(1)), FileTime.from(OLD));
        folder.sweep(OLD.plusSeconds(1), known::equals);
        assertThat(folder.read(known)).isPresent();
        assertThat(folder.read(unknown)).isEmpty();
        assertThat(folder.read(young)).isPresent();
        assertThat(foreign).exists();
    }
}
