package io.clientele.tax.vat;

import io.clientele.store.StoreView;
import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Checks VAT numbers: by their form first, and with the service when that is right. The service is asked before a
 * transaction and never in one; what it said is reused for a day.
 */
@ApplicationScoped
public class VatChecks {

    /** How long an answer is good. */
    static final Duration REUSED = Duration.ofHours(24);

    /** How long somebody who writes an address waits for the service. */
    private static final Duration LIMIT = Duration.ofSeconds(2);

    private final ViesClient service;
    private final VatAnswerRepository kept;
    private final RequestAnswers answers;
    private final VatPolicy policy;
    private final Clock clock;

    @Inject
    VatChecks(ViesClient service, VatAnswerRepository kept, RequestAnswers answers, VatPolicy policy, Clock clock) {
        this.service = service;
        this.kept = kept;
        this.answers = answers;
        this.policy = policy;
        this.clock = clock;
    }

    /**
     * Gets the answer for the request in hand, so that its transaction need not wait: from what is kept, unless the shop
     * wants to ask each time, or from the service within two seconds.
     */
    public void prepare(StoreView view, VatNumber number) {
        VatQuestion question = policy.question(view, number);
        Optional<VatAnswer> known = policy.asksEachTime(view)
                ? Optional.empty()
                : QuarkusTransaction.suspendingExisting().call(() -> kept(question));
        answers.note(question, known.isPresent() ? known : ask(question, LIMIT));
    }

    /** Asks the service and keeps what it says; empty when it does not say within the limit. */
    public Optional<VatAnswer> ask(VatQuestion question, Duration limit) {
        Optional<VatAnswer> answer = service.ask(question, limit);
        answer.ifPresent(said -> QuarkusTransaction.requiringNew().run(() -> keep(question, said)));
        return answer;
    }

    private void keep(VatQuestion question, VatAnswer said) {
        kept.keep(question, said, clock.instant());
    }

    /** What is known without asking. */
    public Optional<VatAnswer> kept(VatQuestion question) {
        return kept.find(question, clock.instant().minus(REUSED));
    }

    /** Whether {@link #prepare} was called for the number in the request in hand. */
    public boolean isPrepared(StoreView view, VatNumber number) {
        return prepared(policy.question(view, number)).isPresent();
    }

    /** What the number leads to by what is known now; {@link VatOutcome#ERROR} when the service is still to say it. */
    public VatVerdict verdict(StoreView view, String countryId, VatNumber number) {
        if (!policy.isOfUnion(countryId) || number.isEmpty()) {
            return new VatVerdict(VatOutcome.NONE, null);
        }
        if (VatNumbers.form(number) != VatForm.RIGHT) {
            return new VatVerdict(VatOutcome.INVALID, null);
        }
        VatQuestion question = policy.question(view, number);
        Optional<VatAnswer> answer = prepared(question)
                .map(RequestAnswers.Asked::answer)
                .orElseGet(() -> policy.asksEachTime(view) ? Optional.empty() : kept(question));
        return policy.verdict(view, countryId, answer.orElse(null));
    }

    private Optional<RequestAnswers.Asked> prepared(VatQuestion question) {
        return Arc.container().requestContext().isActive() ? answers.of(question) : Optional.empty();
    }
}
