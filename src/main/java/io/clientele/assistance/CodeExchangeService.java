package io.clientele.assistance;

import io.clientele.assistance.AssistanceLogEntry.Action;
import io.clientele.customer.Accounts;
import io.clientele.customer.Customer;
import io.clientele.shared.Refusal;
import io.clientele.shared.Refusals;
import io.clientele.store.StoreScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Changes one-time codes into tokens. */
@ApplicationScoped
public class CodeExchangeService {

    private final Accounts accounts;
    private final OneTimeCodes codes;
    private final AssistanceRules rules;
    private final AssistedSignIn assisted;
    private final AssistanceLogService log;
    private final StoreScope scope;

    @Inject
    CodeExchangeService(
            Accounts accounts,
            OneTimeCodes codes,
            AssistanceRules rules,
            AssistedSignIn assisted,
            AssistanceLogService log,
            StoreScope scope) {
        this.accounts = accounts;
        this.codes = codes;
        this.rules = rules;
        this.assisted = assisted;
        this.log = log;
        this.scope = scope;
    }

    /**
     * A token for the account that the address opens on the request's website. A right code is used up even when the
     * token is refused.
     *
     * @throws Refusal the same for an unknown address, a wrong code, one that was used and one whose time is over
     */
    public String exchange(String email, String code) {
        if (email.isBlank()) {
            throw AssistanceRefusals.unspecified("email");
        }
        if (code.isBlank()) {
            throw AssistanceRefusals.unspecified("otp");
        }
        int website = scope.view().websiteId();
        Customer customer = accounts.find(website, email).orElseThrow(Refusals::signInFailed);
        OneTimeCodes.Trial trial = codes.redeem(customer, code.strip());
        AssistanceAttempt attempt = trial.right()
                .map(right -> AssistanceAttempt.of(Action.EXCHANGE, right.adminId(), customer, right.reason()))
                .orElseGet(() -> AssistanceAttempt.of(Action.EXCHANGE, null, customer, null));
        try {
            OneTimeCode right = trial.right().orElseThrow(Refusals::signInFailed);
            rules.demand(customer);
            return assisted.token(customer, website, right.adminId(), attempt);
        } catch (Refusal refusal) {
            // Where there was no code to guess at, anybody could fill the log.
            if (trial.tried()) {
                log.refused(attempt, refusal);
            }
            throw refusal;
        }
    }
}
