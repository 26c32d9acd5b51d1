package io.clientele.segment;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.segment.rule.Rules;
import io.clientele.segment.rule.tree.ApplyTo;
import io.clientele.segment.rule.tree.Rule;
import io.clientele.shared.CurrentCaller;
import io.clientele.shared.Refusals;
import io.clientele.store.Stores;
import io.clientele.store.Website;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Looks at what is sent for a segment, and says what is to be written. */
@ApplicationScoped
class SegmentChecks {

    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_DESCRIPTION = 4_096;
    private static final int MOST_PINNED = 1_000;

    private final Rules rules;
    private final SegmentUseRepository uses;
    private final Stores stores;
    private final CurrentCaller caller;

    @Inject
    SegmentChecks(Rules rules, SegmentUseRepository uses, Stores stores, CurrentCaller caller) {
        this.rules = rules;
        this.uses = uses;
        this.stores = stores;
        this.caller = caller;
    }

    /**
     * The segment as it is to be.
     *
     * @param before what is to be changed; null for a new one
     * @throws io.clientele.shared.Refusal for whatever is missing or wrong; of a rule with the place in it
     */
    SegmentPlan plan(SegmentDraft draft, @Nullable Segment before) {
        ApplyTo applyTo = applyTo(draft.applyTo(), before);
        Set<Integer> websites = websites(draft.websiteIds(), before);
        Set<Long> in = pinned("pinned_in", draft.pinnedIn(), before == null ? List.of() : before.pinnedIn());
        Set<Long> out = pinned("pinned_out", draft.pinnedOut(), before == null ? List.of() : before.pinnedOut());
        in.stream().filter(out::contains).findFirst().ifPresent(both -> {
            throw SegmentRefusals.pinnedBothWays(both);
        });
        if (applyTo == ApplyTo.VISITORS && !(in.isEmpty() && out.isEmpty())) {
            throw SegmentRefusals.visitorsHaveNoPins();
        }
        Rule rule = rule(draft.conditions(), applyTo, before);
        Set<Long> names = names(rule, before);
        return new SegmentPlan(
                name(draft.name(), before),
                description(draft.description(), before),
                draft.active() == null ? before == null || before.active() : draft.active(),
                applyTo,
                websites,
                mode(draft.mode(), before),
                SegmentRows.json(rules.json(rule).toString()),
                rules.text(rule),
                FactBits.of(rules.reads(rule)),
                names,
                in,
                out);
    }

    /** The rule that is sent, or the one that is there. */
    Rule rule(@Nullable JsonNode conditions, ApplyTo applyTo, @Nullable Segment before) {
        if (conditions == null && before == null) {
            throw Refusals.required("conditions");
        }
        return conditions == null
                ? rules.stored(Objects.requireNonNull(before).conditions())
                : rules.read(conditions, applyTo);
    }

    ApplyTo applyTo(@Nullable String sent, @Nullable Segment before) {
        if (sent == null && before == null) {
            throw Refusals.required("apply_to");
        }
        if (sent == null) {
            return Objects.requireNonNull(before).applyTo();
        }
        ApplyTo wanted = ApplyTo.named(sent).orElseThrow(() -> SegmentRefusals.applyTo(sent));
        if (before != null && wanted != before.applyTo()) {
            throw SegmentRefusals.applyToIsFixed();
        }
        return wanted;
    }

    Set<Integer> websites(@Nullable List<Integer> sent, @Nullable Segment before) {
        if (before != null && sent == null) {
            return new TreeSet<>(before.websiteIds());
        }
        if (sent == null || sent.isEmpty()) {
            throw Refusals.required("website_ids");
        }
        for (int id : sent) {
            if (id == Website.ADMIN
                    || stores.findWebsite(id).isEmpty()
                    || !caller.get().maySee(id)) {
                throw SegmentRefusals.website(id);
            }
        }
        return new TreeSet<>(sent);
    }

    private Set<Long> pinned(String field, @Nullable List<Long> sent, List<Long> before) {
        if (sent == null) {
            return new TreeSet<>(before);
        }
        if (sent.size() > MOST_PINNED) {
            throw SegmentRefusals.tooMany(field, MOST_PINNED);
        }
        Set<Long> wanted = new TreeSet<>(sent);
        refuseMissing(wanted, uses.customers(wanted), id -> SegmentRefusals.pinned(field, id));
        return wanted;
    }

    private Set<Long> names(Rule rule, @Nullable Segment before) {
        Set<Long> names = new TreeSet<>(rules.segments(rule));
        if (names.isEmpty()) {
            return names;
        }
        uses.lockReferences();
        refuseMissing(names, uses.existing(names), SegmentRefusals::unknownNamed);
        if (before != null) {
            Set<Long> dependents = new HashSet<>(uses.dependents(before.id()));
            dependents.add(before.id());
            names.stream().filter(dependents::contains).findFirst().ifPresent(id -> {
                throw SegmentRefusals.cycle(before.name());
            });
        }
        return names;
    }

    private interface Complaint {
        RuntimeException about(long id);
    }

    private static void refuseMissing(Collection<Long> wanted, Set<Long> found, Complaint complaint) {
        wanted.stream().filter(id -> !found.contains(id)).findFirst().ifPresent(id -> {
            throw complaint.about(id);
        });
    }

    private static String name(@Nullable String sent, @Nullable Segment before) {
        String name = sent == null && before != null ? before.name() : sent;
        if (name == null || name.isBlank()) {
            throw Refusals.required("name");
        }
        if (name.codePointCount(0, name.length()) > LONGEST_NAME) {
            throw Refusals.tooLong("name", LONGEST_NAME);
        }
        return name.strip();
    }

    private static String description(@Nullable String sent, @Nullable Segment before) {
        String description = sent == null ? before == null ? "" : before.description() : sent;
        if (description.codePointCount(0, description.length()) > LONGEST_DESCRIPTION) {
            throw Refusals.tooLong("description", LONGEST_DESCRIPTION);
        }
        return description;
    }

    private static SegmentMode mode(@Nullable String sent, @Nullable Segment before) {
        if (sent == null) {
            return before == null ? SegmentMode.SECOND : before.mode();
        }
        return SegmentMode.named(sent).orElseThrow(() -> SegmentRefusals.mode(sent));
    }
}
