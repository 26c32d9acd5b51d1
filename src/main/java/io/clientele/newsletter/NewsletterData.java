package io.clientele.newsletter;

import io.clientele.shared.person.DataSubject;
import io.clientele.shared.person.PersonData;
import io.clientele.shared.person.PersonSection;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Subscriptions of customers and of guests. */
@ApplicationScoped
class NewsletterData implements PersonData {

    private static final List<PersonSection> SECTIONS = List.of(new PersonSection(
            "newsletter", subject -> SqlFragment.of("""
                    select n.website_id, n.store_id, n.email, case n.status when 1 then 'subscribed' when 2 then 'not_active'
                        when 3 then 'unsubscribed' else 'unconfirmed' end as status, n.created_at, n.changed_at,
                        n.confirmation_mailed_at
                    from newsletter_subscriber n
                    where n.customer_id = ? or (n.customer_id is null and n.email_key = ?
                        and n.website_id = any (?::integer[]))
                    order by n.id""", subject.account(), subject.emailKey(), subject.websites())));

    private final NewsletterRepository subscribers;
    private final NewsletterEvents events;

    @Inject
    NewsletterData(NewsletterRepository subscribers, NewsletterEvents events) {
        this.subscribers = subscribers;
        this.events = events;
    }

    @Override
    public List<PersonSection> sections() {
        return SECTIONS;
    }

    @Override
    public List<SqlFragment> emailKeys() {
        return List.of(SqlFragment.of("select email_key from newsletter_subscriber"));
    }

    /** Whoever keeps a list of their own hears that somebody is on it no longer. */
    @Override
    public void erase(DataSubject subject) {
        List<Subscription> all = new ArrayList<>(subscribers.all(subject.account()));
        all.addAll(subscribers.ofGuests(Set.copyOf(subject.websiteIds()), subject.emailKey()));
        for (Subscription each : all) {
            subscribers.delete(each.id());
            events.tell(each, SubscriptionStatus.UNSUBSCRIBED);
        }
    }
}
