package io.clientele.newsletter;

import io.clientele.audit.AuditDraft;
import io.clientele.audit.AuditLog;
import io.clientele.shared.Fold;
import io.clientele.shared.person.Person;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Words for the audit log what administrators do to subscriptions, and customers, for whom one may act. What guests do
 * is no matter of security, and links in mails are followed by guests.
 */
@ApplicationScoped
class NewsletterAudit {

    private final AuditLog log;

    @Inject
    NewsletterAudit(AuditLog log) {
        this.log = log;
    }

    /** @param step the action after {@code subscription.}, such as {@code ended} */
    void note(String step, Subscription subscription) {
        Long customerId = subscription.customerId();
        log.record(AuditDraft.of("subscription." + step)
                .about("newsletter_subscriber", subscription.id())
                .website(subscription.websiteId())
                .person(customerId == null ? Person.email(Fold.key(subscription.email())) : Person.customer(customerId))
                .named(subscription.email()));
    }
}
