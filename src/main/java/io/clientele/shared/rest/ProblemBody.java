package io.clientele.shared.rest;

import io.clientele.shared.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The same refusal as RFC 9457 problem details, for callers that accept {@code application/problem+json}. */
record ProblemBody(
        String type,
        String title,
        int status,
        String detail,
        String template,
        @Nullable Object parameters,
        @Nullable List<ProblemBody> errors) {

    static final String MEDIA_TYPE = "application/problem+json";

    static ProblemBody of(Refusal refusal, int status) {
        List<ProblemBody> errors =
                refusal.errors().stream().map(each -> of(each, status)).toList();
        return new ProblemBody(
                "about:blank",
                title(refusal),
                status,
                refusal.rendered(),
                refusal.template(),
                refusal.parameters(),
                errors.isEmpty() ? null : errors);
    }

    private static String title(Refusal refusal) {
        String words = refusal.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
