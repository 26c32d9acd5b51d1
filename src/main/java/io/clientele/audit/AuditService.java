package io.clientele.audit;

import io.clientele.shared.CurrentCaller;
import io.clientele.shared.person.Person;
import io.clientele.shared.search.Pages;
import io.clientele.shared.search.SearchCriteria;
import io.clientele.shared.search.SearchCriteria.SortOrder;
import io.clientele.shared.search.SearchLimits;
import io.clientele.shared.search.SearchResults;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds entries. Administrators limited to websites see only what concerns theirs. */
@ApplicationScoped
public class AuditService {

    public static final String VIEW = "Clientele_Audit::view";

    private static final List<SortOrder> NEWEST_FIRST = List.of(new SortOrder("id", "DESC"));
    private static final int EXPORTED_AT_A_TIME = 500;

    private final AuditSearchRepository entries;
    private final AuditLog log;
    private final CurrentCaller caller;
    private final SearchLimits limits;
    private final Clock clock;

    @Inject
    AuditService(AuditSearchRepository entries, AuditLog log, CurrentCaller caller, SearchLimits limits, Clock clock) {
        this.entries = entries;
        this.log = log;
        this.caller = caller;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * A page of the entries that match, the newest first unless the criteria say otherwise.
     *
     * @param after where the page before this one ended, empty for the first; null to go by page numbers
     * @param counted whether the exact total is wanted
     */
    public SearchResults<AuditEntry> search(SearchCriteria criteria, @Nullable String after, boolean counted) {
        SearchResults<AuditEntry> page =
                entries.page(sorted(criteria), caller.get().websiteIds(), null, after, counted);
        return new SearchResults<>(page.items(), criteria, page.totalCount(), page.next());
    }

    /** How many entries match. */
    public long count(SearchCriteria criteria) {
        return entries.count(criteria, caller.get().websiteIds());
    }

    /**
     * All entries that match and are there now, in the criteria's order, the oldest first unless they say otherwise. The
     * export leaves an entry itself.
     *
     * @param format what it is written as, for the entry
     * @throws io.clientele.shared.Refusal when the criteria are wrong; not later, while it is being read
     */
    public Pages<AuditEntry> export(SearchCriteria criteria, String format) {
        Set<Integer> websiteIds = caller.get().websiteIds();
        Instant until = clock.instant();
        SearchCriteria pages = new SearchCriteria(
                criteria.filterGroups(),
                criteria.sortOrders(),
                Math.min(EXPORTED_AT_A_TIME, limits.maximumPageSize()),
                null);
        Pages<AuditEntry> export = new Pages<>(after -> entries.page(pages, websiteIds, until, after, false));
        log.record(AuditDraft.of("audit.exported").about("audit", format));
        return export;
    }

    /**
     * The latest entries about each of the persons, and the last one of a change of group, the newest first and without
     * sign-ins: two statements. Whom they are shown to is for the caller of this to decide.
     *
     * @param most how many of each, besides the change of group
     */
    public Map<Person, List<AuditEntry>> latest(Collection<Person> persons, int most) {
        return entries.latest(persons, most, caller.get().websiteIds());
    }

    private static SearchCriteria sorted(SearchCriteria criteria) {
        return criteria.sortOrders() != null
                ? criteria
                : new SearchCriteria(
                        criteria.filterGroups(), NEWEST_FIRST, criteria.pageSize(), criteria.currentPage());
    }
}
