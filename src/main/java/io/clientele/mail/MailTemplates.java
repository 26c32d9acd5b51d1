package io.clientele.mail;

import io.clientele.store.StoreLocale;
import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateLocator;
import io.quarkus.qute.Variant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The texts of mails, by name and language: the deployment's own folder before those that are shipped, the language of
 * the locale before English. HTML escapes every value; a value that a text names and nobody gave is a failure.
 */
@ApplicationScoped
class MailTemplates {

    private static final String FALLBACK = "en";
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]*");
    private static final Variant HTML = Variant.forContentType(Variant.TEXT_HTML);
    private static final Variant TEXT = Variant.forContentType(Variant.TEXT_PLAIN);

    private final @Nullable Path folder;
    private final Engine engine;

    /** A mail's texts, ready to be sent; the subject is one line. */
    record Texts(String subject, String text, String html) {}

    @Inject
    MailTemplates(MailConfig config) {
        this.folder = config.templates().orElse(null);
        this.engine = Engine.builder()
                .addDefaults()
                .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
                .addLocator(this::locate)
                .build();
    }

    /**
     * The texts of the template; those of the kind's own name where the chosen ones do not exist.
     *
     * @param locale as {@code fr_FR}
     */
    Texts render(String chosen, String kind, String locale, Map<String, String> values) {
        String language = StoreLocale.of(locale).getLanguage();
        Map<String, Object> all = new HashMap<>(values);
        String subject = oneLine(render(chosen, kind, language, ".subject.txt", all));
        all.put("subject", subject);
        return new Texts(
                subject, render(chosen, kind, language, ".txt", all), render(chosen, kind, language, ".html", all));
    }

    private String render(String chosen, String kind, String language, String end, Map<String, Object> values) {
        for (String name : List.of(chosen, kind)) {
            for (String each : List.of(language, FALLBACK)) {
                Template template = NAME.matcher(name).matches() ? engine.getTemplate(each + "/" + name + end) : null;
                if (template != null) {
                    values.put("language", each);
                    return template.render(values);
                }
            }
        }
        throw new IllegalStateException("there are no texts for mails of the kind " + kind);
    }

    private Optional<TemplateLocator.TemplateLocation> locate(String id) {
        return read(id).map(content -> new TemplateLocator.TemplateLocation() {
            @Override
            public Reader read() {
                return new StringReader(content);
            }

            @Override
            public Optional<Variant> getVariant() {
                return Optional.of(id.endsWith(".html") ? HTML : TEXT);
            }
        });
    }

    private Optional<String> read(String id) {
        try {
            if (folder != null && Files.isRegularFile(folder.resolve(id))) {
                return Optional.of(Files.readString(folder.resolve(id)));
            }
            try (InputStream shipped = MailTemplates.class.getResourceAsStream("/mail/" + id)) {
                return shipped == null
                        ? Optional.empty()
                        : Optional.of(new String(shipped.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A header is one line, whatever a name says. */
    static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }
}
