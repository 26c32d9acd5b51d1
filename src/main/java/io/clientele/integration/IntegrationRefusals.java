package io.clientele.integration;

import io.clientele.shared.Refusal;
import io.clientele.shared.RefusalKind;
import io.clientele.shared.Refusals;

/** The refusals of integrations and their credentials. */
final class IntegrationRefusals {

    private IntegrationRefusals() {}

    static Refusal unavailable() {
        return Refusal.of(RefusalKind.UNAVAILABLE, "The service is temporarily unavailable. Please try again later.");
    }

    static Refusal unknown(long id) {
        return Refusals.noSuchEntity("integration_id", id);
    }

    static Refusal nameTaken() {
        return Refusal.of(RefusalKind.ALREADY_EXISTS, "An integration with the same name already exists.");
    }

    static Refusal tooMany(String fieldName, int most) {
        return Refusal.input("\"%fieldName\" has too many entries. Enter at most %count.")
                .with("fieldName", fieldName)
                .with("count", most);
    }

    static Refusal tooLong(String fieldName, int most) {
        return Refusal.input("\"%fieldName\" is too long. Enter at most %length characters.")
                .with("fieldName", fieldName)
                .with("length", most);
    }

    static Refusal keepsItsKind() {
        return Refusal.input("\"is_public\" can't be changed. Create another integration.");
    }

    static Refusal revoked() {
        return Refusal.input("The integration is revoked. Rotate its secrets to use it again.");
    }

    static Refusal websiteOfIntegration(String name) {
        return Refusal.input("The website can't be deleted because the integration \"%1\" is limited to it.")
                .at(name);
    }

    static Refusal problem(OAuthProblem problem) {
        return Refusal.of(problem.kind(), problem.template());
    }

    static Refusal parameterAbsent(String name) {
        return problem(OAuthProblem.PARAMETER_ABSENT).with("fieldName", name);
    }

    static Refusal parameterRejected(String name) {
        return problem(OAuthProblem.PARAMETER_REJECTED).with("fieldName", name);
    }

    static Refusal methodRejected(String method) {
        return problem(OAuthProblem.SIGNATURE_METHOD_REJECTED).at(method);
    }
}
