package io.clientele;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bench stands outside the build and is compiled when it is called; this keeps it in step with the service. */
class BenchSourcesTest {

    @TempDir
    Path classes;

    @Test
    void the_bench_compiles_without_a_warning() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
                var sources = Files.walk(Path.of("bench/src"))) {
            List<Path> java =
                    sources.filter(path -> path.toString().endsWith(".java")).toList();
            assertThat(java).isNotEmpty();
            boolean compiled = compiler.getTask(
                            messages,
                            files,
                            null,
                            // as bench/run has them
                            List.of(
                                    "-Xlint:all,-processing,-classfile,-path",
                                    "-Werror",
                                    "-proc:none",
                                    "-d",
                                    classes.toString(),
                                    "-cp",
                                    System.getProperty("java.class.path")),
                            null,
                            files.getJavaFileObjectsFromPaths(java))
                    .call();
            assertThat(compiled).as(messages.toString()).isTrue();
        }
    }
}
