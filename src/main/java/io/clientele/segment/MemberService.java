package io.clientele.segment;

import io.clientele.segment.rule.tree.ApplyTo;
import io.clientele.shared.CurrentCaller;
import io.clientele.shared.search.Pages;
import io.clientele.shared.search.SearchCriteria;
import io.clientele.shared.search.SearchLimits;
import io.clientele.shared.search.SearchResults;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Shows who is in a segment. */
@ApplicationScoped
public class MemberService {

    private static final int EXPORTED_AT_A_TIME = 500;

    private final SegmentService segments;
    private final SegmentIds chosen;
    private final MemberRepository members;
    private final SearchLimits limits;
    private final CurrentCaller caller;

    @Inject
    MemberService(
            SegmentService segments,
            SegmentIds chosen,
            MemberRepository members,
            SearchLimits limits,
            CurrentCaller caller) {
        this.segments = segments;
        this.chosen = chosen;
        this.members = members;
        this.limits = limits;
        this.caller = caller;
    }

    /**
     * A page of the customers in the segment whom the caller may see.
     *
     * @param criteria asked for when it is sure that there is such a list
     * @throws io.clientele.shared.Refusal when there is no such segment, or it is one of visitors
     */
    public SearchResults<Member> search(long segmentId, Supplier<SearchCriteria> criteria) {
        return page(Set.of(listed(segmentId)), criteria);
    }

    /**
     * The same of those in at least one of the segments, each of them once.
     *
     * @param ids 1 to 50 ids, separated by commas
     */
    public SearchResults<Member> searchAny(@Nullable String ids, Supplier<SearchCriteria> criteria) {
        return page(allListed(ids), criteria);
    }

    /** Page after page, in the order asked for, so that there may be more of them than the memory holds. */
    public Pages<Member> export(long segmentId, Supplier<SearchCriteria> asked) {
        return pages(Set.of(listed(segmentId)), asked);
    }

    /**
     * Page after page those in at least one of the segments.
     *
     * @param ids 1 to 50 ids, separated by commas
     */
    public Pages<Member> exportAny(@Nullable String ids, Supplier<SearchCriteria> asked) {
        return pages(allListed(ids), asked);
    }

    private SearchResults<Member> page(Set<Long> ids, Supplier<SearchCriteria> criteria) {
        return members.page(ids, criteria.get(), caller.get().websiteIds(), null);
    }

    private Pages<Member> pages(Set<Long> ids, Supplier<SearchCriteria> asked) {
        SearchCriteria criteria = asked.get();
        Set<Integer> websites = caller.get().websiteIds();
        SearchCriteria paged = new SearchCriteria(
                criteria.filterGroups(),
                criteria.sortOrders(),
                Math.min(EXPORTED_AT_A_TIME, limits.maximumPageSize()),
                null);
        return new Pages<>(after -> members.page(ids, paged, websites, after));
    }

    private Set<Long> allListed(@Nullable String ids) {
        Set<Long> read = chosen.of(ids);
        read.forEach(this::listed);
        return read;
    }

    private long listed(long segmentId) {
        if (segments.segment(segmentId).segment().applyTo() == ApplyTo.VISITORS) {
            throw SegmentRefusals.noVisitors();
        }
        return segmentId;
    }
}
