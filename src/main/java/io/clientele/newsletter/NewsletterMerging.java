package io.clientele.newsletter;

import io.clientele.shared.person.MergeParticipant;
import io.clientele.shared.person.MergeRule;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * On a website where both have a subscription the word of the account that stays counts; elsewhere the other's goes on under
 * its address. Links that were mailed to another address confirm nothing any more, and where one of both has objected to
 * marketing the subscriptions of both end.
 */
@ApplicationScoped
class NewsletterMerging implements MergeParticipant {

    private static final String PART = "newsletter subscriptions";
    private static final String TABLE = "newsletter_subscriber";

    @Override
    public List<MergeRule> rules() {
        return List.of(
                addressed(MergeRule.follows(PART, TABLE, "id")),
                addressed(MergeRule.moved(PART, TABLE, "id")
                        .unlessAlike("website_id")
                        .needs("website_id", "website", "id")));
    }

    private static MergeRule addressed(MergeRule rule) {
        return rule.setting(
                        "status",
                        "case when exists (select 1 from customer_restriction r where r.customer_id = {stays}) then "
                                + SubscriptionStatus.UNSUBSCRIBED.number() + " else t.status end")
                .setting("email", "(select c.email from customer c where c.id = {stays})")
                .setting("email_key", "(select c.email_key from customer c where c.id = {stays})")
                .setting("confirmation_hash", kept("confirmation_hash"))
                .setting("confirmation_expires_at", kept("confirmation_expires_at"))
                .setting("confirmation_mailed_at", kept("confirmation_mailed_at"));
    }

    private static String kept(String column) {
        return "(select t." + column + " from customer c where c.id = {stays} and c.email_key = t.email_key)";
    }
}
