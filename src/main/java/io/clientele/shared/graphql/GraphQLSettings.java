package io.clientele.shared.graphql;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What a deployment may set about GraphQL. Limits are inclusive: a request at the limit passes. */
@ConfigMapping(prefix = "clientele.graphql")
public interface GraphQLSettings {

    /** Levels of nested fields; a field of the root is at level 0. */
    @WithDefault("20")
    int maxDepth();

    /** Fields selected in one operation, fragments counted wherever they are spread. */
    @WithDefault("1000")
    int maxComplexity();

    /** Aliases in one document. */
    @WithDefault("30")
    int maxAliases();

    /** Root fields of one operation. */
    @WithDefault("20")
    int maxRootFields();

    /** Directives in one document. */
    @WithDefault("50")
    int maxDirectives();

    /** Tokens of one document. */
    @WithDefault("5000")
    int maxTokens();

    /** Size of one document, in bytes of UTF-8. */
    @WithDefault("65536")
    int maxDocumentBytes();

    /** Size of the variables, in bytes of JSON. */
    @WithDefault("102400")
    int maxVariablesBytes();

    /** Items of one list given as an argument or inside a variable. */
    @WithDefault("250")
    int maxListItems();

    /** Parsed and validated documents kept in memory. */
    @WithDefault("500")
    int cachedDocuments();

    /** Makes the cache ids of this deployment its own; all instances need the same. */
    @WithDefault("clientele")
    String cacheSalt();

    /** How long a shared cache may keep the answer to a cacheable query of a guest. */
    @WithDefault("0s")
    Duration publicMaxAge();
}
