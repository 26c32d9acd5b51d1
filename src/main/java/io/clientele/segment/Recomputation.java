package io.clientele.segment;

import io.clientele.segment.rule.Rules;
import io.clientele.segment.rule.tree.ApplyTo;
import io.clientele.segment.rule.tree.Rule;
import io.clientele.shared.job.JobStatus;
import io.clientele.shared.job.Jobs;
import io.clientele.shared.sql.LongStatements;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Judges all customers by a segment's rule and brings its members in line with one statement. */
@ApplicationScoped
class Recomputation {

    /**
     * How far ahead the moments are kept at which answers change by themselves. The segment is recomputed a day before they run
     * out, once a week, which costs less than moments farther ahead: they are written anew with each fact, compared in each
     * recomputation, and most are overtaken by other facts before they come.
     */
    static final Duration AHEAD = Duration.ofDays(8);

    private final RecomputeRepository requests;
    private final SegmentRepository segments;
    private final MembershipRepository members;
    private final Rules rules;
    private final Judgement judgement;
    private final Followers followers;
    private final Jobs jobs;
    private final LongStatements longStatements;
    private final SegmentConfig config;
    private final Clock clock;

    @Inject
    Recomputation(
            RecomputeRepository requests,
            SegmentRepository segments,
            MembershipRepository members,
            Rules rules,
            Judgement judgement,
            Followers followers,
            Jobs jobs,
            LongStatements longStatements,
            SegmentConfig config,
            Clock clock) {
        this.requests = requests;
        this.segments = segments;
        this.members = members;
        this.rules = rules;
        this.judgement = judgement;
        this.followers = followers;
        this.jobs = jobs;
        this.longStatements = longStatements;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Whether there was something to do that nobody else was doing.
     *
     * @param limit how long each statement may take
     */
    @Transactional(Transactional.TxType.MANDATORY)
    boolean run(long segmentId, Duration limit) {
        List<RecomputeRepository.Request> taken = requests.take(segmentId);
        if (taken.isEmpty()) {
            return false;
        }
        List<Long> ids = taken.stream().map(RecomputeRepository.Request::jobId).toList();
        return longStatements.within(limit, () -> {
            // Whoever judges customers in the segment ends first: their facts are seen by the statements that follow.
            members.lock(segmentId);
            members.allowMemory(config.workMemory().asBigInteger());
            Segment segment = segments.find(segmentId, Set.of()).orElseThrow().segment();
            jobs.begin(ids, members.customers(), "The rule is judged.");
            write(segment, taken.getFirst().reason());
            requests.remove(ids);
            jobs.finish(ids, JobStatus.DONE, null);
            return true;
        });
    }

    private void write(Segment segment, String reason) {
        Instant now = clock.instant();
        long batch = members.nextBatch();
        boolean hasMembers = hasMembers(segment);
        Rule rule = rules.stored(segment.conditions());
        Instant until = hasMembers && rules.movesWithTime(rule) ? now.plus(AHEAD) : null;
        SqlFragment judged =
                hasMembers ? judgement.ofAll(rule, Set.copyOf(segment.websiteIds()), now, until) : Judgement.NOBODY;
        // Whoever changes pins meanwhile asks for another recomputation.
        boolean pins = !(segment.pinnedIn().isEmpty() && segment.pinnedOut().isEmpty());
        MembershipRepository.Moves moves =
                members.writeWhole(segment.id(), judged, until, pins, hasMembers, reason, batch, now);
        members.done(segment.id(), segment.version(), now, Duration.between(now, clock.instant()), until);
        followers.tell(Map.of(segment.id(), moves), batch);
    }

    static boolean hasMembers(Segment segment) {
        return segment.active() && segment.applyTo() != ApplyTo.VISITORS;
    }
}
