package io.clientele.shared.graphql;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.Node;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import graphql.parser.exceptions.ParseCancelledException;
import graphql.parser.exceptions.ParseCancelledTooDeepException;
import graphql.parser.exceptions.ParseCancelledTooManyCharsException;
import graphql.validation.ValidationError;
import graphql.validation.Validator;
import io.clientele.shared.Mode;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/**
 * Parses, measures and validates documents, and remembers the outcome: a storefront sends the same few texts over and
 * over. What it may keep is bounded in number, and each document in size.
 */
@Singleton
class Documents {

    private final ServedSchema served;
    private final GraphQLSettings settings;
    private final Mode mode;
    private final ParserOptions options;
    private final Cache<String, CheckedDocument> known;

    Documents(ServedSchema served, GraphQLSettings settings, Mode mode) {
        this.served = served;
        this.settings = settings;
        this.mode = mode;
        this.options = ParserOptions.getDefaultOperationParserOptions()
                .transform(builder -> builder.maxTokens(settings.maxTokens())
                        .maxWhitespaceTokens(settings.maxDocumentBytes())
                        .maxCharacters(settings.maxDocumentBytes())
                        .captureIgnoredChars(false)
                        .captureLineComments(false));
        this.known =
                Caffeine.newBuilder().maximumSize(settings.cachedDocuments()).build();
    }

    CheckedDocument get(String text) {
        if (text.length() > settings.maxDocumentBytes()
                || text.getBytes(StandardCharsets.UTF_8).length > settings.maxDocumentBytes()) {
            return CheckedDocument.refused(
                    GraphQLAnswer.BAD_REQUEST,
                    "The query is larger than %d bytes.".formatted(settings.maxDocumentBytes()));
        }
        CheckedDocument checked = known.getIfPresent(text);
        if (checked == null) {
            checked = check(text);
            known.put(text, checked);
        }
        return checked;
    }

    private CheckedDocument check(String text) {
        if (NumberLength.isExceeded(text)) {
            return CheckedDocument.refused(
                    GraphQLAnswer.BAD_REQUEST,
                    "The query has a number of more than %d digits.".formatted(NumberLength.MOST));
        }
        Document document;
        try {
            document = new Parser()
                    .parseDocument(ParserEnvironment.newParserEnvironment()
                            .document(text)
                            .parserOptions(options)
                            .locale(Locale.ROOT)
                            .build());
        } catch (ParseCancelledTooDeepException | ParseCancelledTooManyCharsException e) {
            return CheckedDocument.refused(GraphQLAnswer.BAD_REQUEST, "The query is nested too deeply.");
        } catch (ParseCancelledException e) {
            return CheckedDocument.refused(
                    GraphQLAnswer.BAD_REQUEST, "The query has more than %d tokens.".formatted(settings.maxTokens()));
        } catch (InvalidSyntaxException e) {
            return CheckedDocument.refused(GraphQLAnswer.BAD_REQUEST, List.of(SyntaxWording.of(text, e)));
        }
        List<PlainError> excess = DocumentLimits.of(settings, mode.introspection(), document);
        if (!excess.isEmpty()) {
            return CheckedDocument.refused(GraphQLAnswer.OK, excess);
        }
        List<ValidationError> findings =
                new Validator().validateDocument(served.schema(), document, rule -> true, Locale.ROOT);
        if (!findings.isEmpty()) {
            var wording = new ValidationWording(served.schema(), document);
            return CheckedDocument.refused(GraphQLAnswer.OK, wording.of(findings));
        }
        return new CheckedDocument(document, GraphQLAnswer.OK, List.of(), batches(document));
    }

    private boolean batches(Document document) {
        Deque<Node<?>> open = new ArrayDeque<>();
        open.add(document);
        while (!open.isEmpty()) {
            Node<?> node = open.remove();
            if (node instanceof Field field && served.batched().contains(field.getName())) {
                return true;
            }
            node.getChildren().forEach(open::add);
        }
        return false;
    }
}
