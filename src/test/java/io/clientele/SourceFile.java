package io.clientele;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A source file of the service, for what the compiled classes do not tell: sizes, imports and texts. */
record SourceFile(Path path, String text) {

    private static final Path ROOT = Path.of("src", "main", "java");

    /** A text block, a string, or something that could look like one: a character or a comment. */
    private static final Pattern TOKEN =
            Pattern.compile("\"\"\"\\s*\\n(?<block>(?s:.*?))\"\"\"|\"(?<plain>(?:[^\"\\\\\\n]|\\\\.)*)\""
                    + "|'(?:[^'\\\\]|\\\\.)+'|//[^\\n]*|/\\*(?s:.*?)\\*/");

    /** What may stand between two parts of one text: a plus, or a plus on both sides of a name or call. */
    private static final Pattern JOIN = Pattern.compile("\\s*\\+\\s*(?:[\\w.()\\s]*\\+\\s*)?");

    private static final Pattern IMPORT =
            Pattern.compile("^import (?:static )?(io\\.clientele\\.[\\w.]+);", Pattern.MULTILINE);

    /** All source files of the service. */
    static List<SourceFile> all() {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .map(SourceFile::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SourceFile read(Path file) {
        try {
            return new SourceFile(file, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String name() {
        return path.getFileName().toString().replace(".java", "");
    }

    String packageName() {
        return ROOT.relativize(path.getParent()).toString().replace('/', '.');
    }

    String feature() {
        return FeatureLine.featureOf(packageName()).orElseThrow();
    }

    int lines() {
        return (int) text.lines().count();
    }

    /** What it imports of the service, by full name. */
    List<String> imports() {
        return IMPORT.matcher(text).results().map(found -> found.group(1)).toList();
    }

    /** The file without comments and texts. */
    String code() {
        return TOKEN.matcher(text).replaceAll("\"\"");
    }

    /** The texts in the code; parts that are added up are one text, with {@code ?} for a name between them. */
    List<String> texts() {
        List<String> texts = new ArrayList<>();
        Matcher token = TOKEN.matcher(text);
        int end = -1;
        while (token.find()) {
            String value = token.group("block") == null ? token.group("plain") : token.group("block");
            if (value == null) {
                continue;
            }
            String between = end < 0 ? "" : text.substring(end, token.start());
            if (JOIN.matcher(between).matches()) {
                String gap = between.indexOf('+') == between.lastIndexOf('+') ? "" : "?";
                texts.set(texts.size() - 1, texts.get(texts.size() - 1) + gap + value);
            } else {
                texts.add(value);
            }
            end = token.end();
        }
        return texts;
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
