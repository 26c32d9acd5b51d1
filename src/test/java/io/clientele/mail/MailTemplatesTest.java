package io.clientele.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The texts that are shipped, and those that a shop puts in their place. */
class MailTemplatesTest {

    private static final Path SHIPPED = Path.of("src", "main", "resources", "mail");

    private static final Map<String, String> VALUES = Map.of(
            "name", "<Ada> & Co",
            "email", "<Ada> & Co@example.com",
            "store", "Shop",
            "link", "https://shop.example/?a=1&b=2",
            "hours", "24",
            "token", "0123456789abcdef",
            "url", "https://shop.example/?a=1&b=2");

    @Test
    void every_mail_has_a_subject_text_and_html_in_both_languages() throws IOException {
        assertThat(files("fr")).isEqualTo(files("en"));
        for (String file : files("en")) {
            String name = file.replaceAll("\\..*", "");
            assertThat(files("en")).contains(name + ".subject.txt", name + ".txt", name + ".html");
        }
    }

    @Test
    void every_mail_can_be_written_and_escapes_what_it_is_told() throws IOException {
        MailTemplates templates = templates(null);
        for (String language : List.of("en", "fr")) {
            for (String name : names()) {
                MailTemplates.Texts texts = templates.render(name, name, language + "_XX", new HashMap<>(VALUES));
                assertThat(texts.subject()).as(name).isNotBlank().doesNotContain("{", "\n");
                assertThat(texts.text()).as(name).contains("<Ada> & Co").doesNotContain("{", "}");
                assertThat(texts.html())
                        .as(name)
                        .startsWith("<!DOCTYPE html>")
                        .contains("<html lang=\"" + language + "\">")
                        .contains("&lt;Ada&gt; &amp; Co")
                        .doesNotContain("<Ada>", "{#", "{/");
            }
        }
    }

    @Test
    void a_value_that_is_named_and_not_given_is_a_failure() {
        Map<String, String> less = new HashMap<>(VALUES);
        less.remove("hours");
        assertThatThrownBy(() -> templates(null).render("welcome", "welcome", "en_US", less))
                .hasMessageContaining("hours");
    }

    @Test
    void a_shops_own_texts_come_first_and_a_chosen_name_that_nobody_has_changes_nothing(@TempDir Path folder)
            throws IOException {
        Files.createDirectories(folder.resolve("en"));
        Files.writeString(folder.resolve("en/welcome.subject.txt"), "Own {name}");
        Files.writeString(folder.resolve("en/winter.subject.txt"), "Winter {name}");
        MailTemplates own = templates(folder);
        assertThat(own.render("welcome", "welcome", "en_US", new HashMap<>(VALUES))
                        .subject())
                .isEqualTo("Own <Ada> & Co");
        assertThat(own.render("winter", "welcome", "en_US", new HashMap<>(VALUES))
                        .subject())
                .isEqualTo("Winter <Ada> & Co");
        for (String nobodys : List.of("summer", "../../etc/passwd", "")) {
            assertThat(own.render(nobodys, "welcome", "en_US", new HashMap<>(VALUES))
                            .subject())
                    .as(nobodys)
                    .isEqualTo("Own <Ada> & Co");
        }
    }

    private static MailTemplates templates(Path folder) {
        return new MailTemplates(new MailConfig() {
            @Override
            public Optional<Boolean> send() {
                return Optional.empty();
            }

            @Override
            public String from() {
                return "";
            }

            @Override
            public Optional<Path> templates() {
                return Optional.ofNullable(folder);
            }
        });
    }

    private static List<String> names() throws IOException {
        return files("en").stream()
                .filter(file -> file.endsWith(".html"))
                .map(file -> file.replace(".html", ""))
                .toList();
    }

    private static Set<String> files(String language) throws IOException {
        try (Stream<Path> files = Files.list(SHIPPED.resolve(language))) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
