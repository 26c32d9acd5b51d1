package io.clientele.shared.graphql;

import graphql.language.Definition;
import graphql.language.SDLDefinition;
import graphql.language.TypeDefinition;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Type definitions written in SDL, by name.
 *
 * <p>{@code storefront.graphqls} is served whole; {@code signatures.graphqls} only shapes what Java declares.
 */
record PublishedSdl(Map<String, TypeDefinition<?>> types) {

    static PublishedSdl storefront() {
        return read("/graphql/storefront.graphqls");
    }

    static PublishedSdl signatures() {
        return read("/graphql/signatures.graphqls");
    }

    static PublishedSdl parse(String sdl) {
        Map<String, TypeDefinition<?>> types = new LinkedHashMap<>();
        ParserEnvironment environment = ParserEnvironment.newParserEnvironment()
                .document(sdl)
                .parserOptions(ParserOptions.getDefaultSdlParserOptions())
                .build();
        for (Definition<?> definition : new Parser().parseDocument(environment).getDefinitions()) {
            if (definition instanceof SDLDefinition<?> && definition instanceof TypeDefinition<?> type) {
                types.put(type.getName(), type);
            }
        }
        return new PublishedSdl(types);
    }

    private static PublishedSdl read(String resource) {
        try (InputStream in = PublishedSdl.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing");
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
