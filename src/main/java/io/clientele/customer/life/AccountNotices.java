package io.clientele.customer.life;

import io.clientele.customer.AccountAudit;
import io.clientele.customer.AccountParticipant;
import io.clientele.customer.Customer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Tells owners what has happened to their accounts, and makes worthless what was mailed before. */
@ApplicationScoped
class AccountNotices implements AccountParticipant {

    private final AccountMails mails;
    private final AccountTokens tokens;
    private final AccountAudit audit;

    @Inject
    AccountNotices(AccountMails mails, AccountTokens tokens, AccountAudit audit) {
        this.mails = mails;
        this.tokens = tokens;
        this.audit = audit;
    }

    @Override
    public void registered(Registration registration) {
        Customer customer = registration.customer();
        if (customer.confirmation() != null) {
            mails.confirm(customer, registration.redirectUrl());
        } else if (registration.hasPassword()) {
            mails.welcome(customer);
        } else {
            mails.welcomeWithoutPassword(customer);
        }
    }

    @Override
    public void emailChanged(EmailChange change) {
        tokens.withdraw(change.after().id(), TokenPurpose.RESET, TokenPurpose.VERIFY, TokenPurpose.CONFIRM);
        if (!change.told()) {
            return;
        }
        // An administrator may be mending an address that was never its owner's: who reads its mail must not get it.
        if (change.bySelf() || change.before().emailVerifiedAt() != null) {
            mails.emailChanged(change.before());
        } else {
            mails.emailCorrected(change.before());
        }
        if (change.after().confirmation() != null) {
            mails.confirm(change.after(), null);
        } else {
            mails.verify(change.after());
        }
    }

    @Override
    public void passwordChanged(Customer customer) {
        audit.note("password.changed", customer);
        tokens.withdraw(customer.id(), TokenPurpose.RESET);
        mails.passwordSet(customer);
    }
}
