package io.clientele.newsletter;

import io.clientele.shared.CurrentCaller;
import io.clientele.shared.Refusals;
import io.clientele.shared.search.SearchCriteria;
import io.clientele.shared.search.SearchResults;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds, ends and deletes subscriptions, as administrators do. One limited to websites sees only theirs. */
@ApplicationScoped
public class SubscriberService {

    static final String RESOURCE = "Magento_Newsletter::subscriber";

    /** How many subscriptions can be changed at a time. */
    private static final int MOST = 1_000;

    private final NewsletterRepository rows;
    private final SubscriberRepository list;
    private final Subscriptions subscriptions;
    private final NewsletterAudit audit;
    private final CurrentCaller caller;

    @Inject
    SubscriberService(
            NewsletterRepository rows,
            SubscriberRepository list,
            Subscriptions subscriptions,
            NewsletterAudit audit,
            CurrentCaller caller) {
        this.rows = rows;
        this.list = list;
        this.subscriptions = subscriptions;
        this.audit = audit;
        this.caller = caller;
    }

    public SearchResults<Subscriber> search(SearchCriteria criteria) {
        return list.page(criteria, caller.get().websiteIds());
    }

    /**
     * Does the same to all of the subscriptions; ids that are none, or none the caller may see, are passed over.
     *
     * @param action {@code unsubscribe} or {@code delete}
     * @return how many there were
     * @throws io.clientele.shared.Refusal when one of the two is missing, there is no such action, or the ids are more than a thousand
     */
    @Transactional
    public int change(@Nullable String action, @Nullable Collection<Long> ids) {
        if (action == null) {
            throw Refusals.required("name");
        }
        if (ids == null) {
            throw Refusals.required("ids");
        }
        return switch (action) {
            case "unsubscribe" -> unsubscribe(ids);
            case "delete" -> delete(ids);
            default -> throw Refusals.invalidValue("name", action);
        };
    }

    /** Ends the subscriptions; otherwise as {@link #change}. */
    @Transactional
    public int unsubscribe(Collection<Long> ids) {
        List<Subscription> found = found(ids);
        for (Subscription each : found) {
            subscriptions.end(each);
            audit.note("ended", each);
        }
        return found.size();
    }

    /** Forgets the subscriptions, and nobody is told; otherwise as {@link #change}. */
    @Transactional
    public int delete(Collection<Long> ids) {
        List<Subscription> found = found(ids);
        for (Subscription each : found) {
            subscriptions.delete(each);
            audit.note("deleted", each);
        }
        return found.size();
    }

    private List<Subscription> found(Collection<Long> ids) {
        if (ids.size() > MOST) {
            throw Refusals.tooManyItems("id", MOST);
        }
        return rows.of(
                ids.stream().filter(Objects::nonNull).mapToLong(Long::longValue).toArray(),
                caller.get().websiteIds());
    }
}
