package io.clientele.tax.vat;

import jakarta.enterprise.context.RequestScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What has been asked for the request in hand, before its transaction. */
@RequestScoped
class RequestAnswers {

    /** That something was asked, and what the answer was. */
    record Asked(Optional<VatAnswer> answer) {}

    private final Map<VatQuestion, Asked> answers = new HashMap<>();

    void note(VatQuestion question, Optional<VatAnswer> answer) {
        answers.put(question, new Asked(answer));
    }

    /** What came of it; empty when it was not asked. */
    Optional<Asked> of(VatQuestion question) {
        return Optional.ofNullable(answers.get(question));
    }
}
