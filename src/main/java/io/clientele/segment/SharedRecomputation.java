package io.clientele.segment;

import io.clientele.segment.rule.Rules;
import io.clientele.segment.rule.sql.RuleCase;
import io.clientele.segment.rule.sql.RuleCompiler;
import io.clientele.segment.rule.sql.RuleScope;
import io.clientele.segment.rule.tree.Rule;
import io.clientele.shared.job.JobStatus;
import io.clientele.shared.job.Jobs;
import io.clientele.shared.sql.LongStatements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Recomputes several segments in one reading of the facts. */
@ApplicationScoped
class SharedRecomputation {

    private final RecomputeRepository requests;
    private final SegmentRepository segments;
    private final MembershipRepository members;
    private final Rules rules;
    private final RuleCompiler compiler;
    private final Followers followers;
    private final Jobs jobs;
    private final LongStatements longStatements;
    private final SegmentConfig config;
    private final Clock clock;

    @Inject
    SharedRecomputation(
            RecomputeRepository requests,
            SegmentRepository segments,
            MembershipRepository members,
            Rules rules,
            RuleCompiler compiler,
            Followers followers,
            Jobs jobs,
            LongStatements longStatements,
            SegmentConfig config,
            Clock clock) {
        this.requests = requests;
        this.segments = segments;
        this.members = members;
        this.rules = rules;
        this.compiler = compiler;
        this.followers = followers;
        this.jobs = jobs;
        this.longStatements = longStatements;
        this.config = config;
        this.clock = clock;
    }

    /** A segment that is recomputed with others, and why. */
    private record Part(Segment segment, Rule rule, List<RecomputeRepository.Request> requested) {}

    /**
     * Whether there were at least two of them that nobody else was recomputing and that can be recomputed together.
     *
     * @param limit how long each statement may take
     */
    @Transactional(Transactional.TxType.MANDATORY)
    boolean run(List<Long> segmentIds, Duration limit) {
        Map<Long, List<RecomputeRepository.Request>> taken = new TreeMap<>();
        for (long id : segmentIds) {
            List<RecomputeRepository.Request> requested = requests.take(id);
            if (!requested.isEmpty()) {
                taken.put(id, requested);
            }
        }
        if (taken.size() < 2) {
            return false;
        }
        return longStatements.within(limit, () -> {
            taken.keySet().forEach(members::lock);
            members.allowMemory(config.workMemory().asBigInteger());
            List<Part> parts = parts(taken);
            if (parts.size() < 2) {
                return false;
            }
            List<Long> ids = parts.stream()
                    .flatMap(part -> part.requested().stream())
                    .map(RecomputeRepository.Request::jobId)
                    .toList();
            jobs.begin(ids, members.customers(), "The rules are judged.");
            write(parts);
            requests.remove(ids);
            jobs.finish(ids, JobStatus.DONE, null);
            return true;
        });
    }

    /** The segments as they are now that nobody changes who judges; those that go their own way are left to be taken again. */
    private List<Part> parts(Map<Long, List<RecomputeRepository.Request>> taken) {
        List<Part> parts = new ArrayList<>();
        taken.forEach((id, requested) -> {
            Segment segment = segments.find(id, Set.of()).orElseThrow().segment();
            if (Recomputation.hasMembers(segment)) {
                Rule rule = rules.stored(segment.conditions());
                // With moving ranks all answers change at one moment, which is not everybody's own.
                if (!(rules.comparesCustomers(rule) && rules.movesWithTime(rule))) {
                    parts.add(new Part(segment, rule, requested));
                }
            }
        });
        return parts;
    }

    private void write(List<Part> parts) {
        Instant now = clock.instant();
        Instant until = now.plus(Recomputation.AHEAD);
        long batch = members.nextBatch();
        Map<Long, RuleCase> cases = new LinkedHashMap<>();
        List<SharedMembership.Part> written = new ArrayList<>();
        for (Part part : parts) {
            Segment segment = part.segment();
            RuleScope scope = new RuleScope(Set.copyOf(segment.websiteIds()), now, until);
            cases.put(segment.id(), new RuleCase(part.rule(), scope, List.of()));
            written.add(new SharedMembership.Part(
                    segment.id(), part.requested().getFirst().reason(), rules.movesWithTime(part.rule())));
        }
        Map<Long, MembershipRepository.Moves> moves =
                members.writeShared(written, compiler.judgedAllOfEverybody(cases), until, batch, now);
        Duration each = Duration.between(now, clock.instant()).dividedBy(parts.size());
        for (Part part : parts) {
            members.done(
                    part.segment().id(),
                    part.segment().version(),
                    now,
                    each,
                    rules.movesWithTime(part.rule()) ? until : null);
        }
        followers.tell(moves, batch);
    }
}
