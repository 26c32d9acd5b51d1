package io.clientele.assistance;

import io.clientele.customer.Customer;
import io.clientele.customer.SignInService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** What an administrator gets to act for a customer, together with its entry in the log: both or neither. */
@ApplicationScoped
class AssistedSignIn {

    private final SignInService signIn;
    private final OneTimeCodes codes;
    private final AssistanceLogService log;

    @Inject
    AssistedSignIn(SignInService signIn, OneTimeCodes codes, AssistanceLogService log) {
        this.signIn = signIn;
        this.codes = codes;
        this.log = log;
    }

    /**
     * @param websiteId the website that the customer would sign in on
     */
    @Transactional
    public String token(Customer customer, int websiteId, long adminId, AssistanceAttempt attempt) {
        String token = signIn.signInFor(customer, websiteId, adminId);
        log.succeeded(attempt);
        return token;
    }

    @Transactional
    public String code(Customer customer, long adminId, String reason, AssistanceAttempt attempt) {
        String code = codes.issue(customer, adminId, reason);
        log.succeeded(attempt);
        return code;
    }
}
