package io.clientele.tax.vat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;

/** The service's answers that are kept for a while. */
@ApplicationScoped
public class VatAnswers {

    private final VatAnswerRepository answers;

    @Inject
    VatAnswers(VatAnswerRepository answers) {
        this.answers = answers;
    }

    /** Forgets what was answered about the numbers. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void forget(Collection<VatNumber> numbers) {
        numbers.stream().filter(number -> !number.isEmpty()).forEach(answers::remove);
    }
}
