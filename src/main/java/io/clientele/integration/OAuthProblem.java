package io.clientele.integration;

import io.clientele.shared.RefusalKind;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be wrong with a request by OAuth 1.0a, with the contract's names and statuses. */
enum OAuthProblem {
    VERSION_REJECTED(RefusalKind.INPUT, "The OAuth version is not supported. Use version 1.0."),
    PARAMETER_ABSENT(RefusalKind.INPUT, "\"%fieldName\" is required. Enter and try again."),
    PARAMETER_REJECTED(RefusalKind.INPUT, "The OAuth parameter %fieldName is invalid. Verify and try again."),
    TIMESTAMP_REFUSED(RefusalKind.INPUT, "The timestamp value in the oauth_timestamp parameter is incorrect."),
    NONCE_USED(RefusalKind.AUTHENTICATION, "The nonce is already being used by the consumer. Use another one."),
    SIGNATURE_METHOD_REJECTED(RefusalKind.INPUT, "Signature method %1 is not supported"),
    SIGNATURE_INVALID(RefusalKind.AUTHENTICATION, "The signature is invalid. Verify and try again."),
    CONSUMER_KEY_REJECTED(
            RefusalKind.AUTHENTICATION, "The consumer key does not exist or has expired. Verify and try again."),
    TOKEN_USED(RefusalKind.AUTHENTICATION, "The token is already being used. Verify the token and try again."),
    TOKEN_EXPIRED(RefusalKind.AUTHENTICATION, "The request token has expired. Request another one."),
    TOKEN_REJECTED(RefusalKind.AUTHENTICATION, "The token is not valid for this request. Verify and try again."),
    VERIFIER_INVALID(RefusalKind.AUTHENTICATION, "The verifier does not belong to the token. Verify and try again.");

    private final RefusalKind kind;
    private final String template;

    OAuthProblem(RefusalKind kind, String template) {
        this.kind = kind;
        this.template = template;
    }

    /** As it stands in {@code oauth_problem}. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    RefusalKind kind() {
        return kind;
    }

    String template() {
        return template;
    }

    /** The problem that a refusal with the template tells of. */
    static Optional<OAuthProblem> of(String template) {
        return Arrays.stream(values())
                .filter(each -> each.template.equals(template))
                .findFirst();
    }
}
