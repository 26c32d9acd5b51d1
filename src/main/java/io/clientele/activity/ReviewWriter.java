package io.clientele.activity;

import io.clientele.activity.Outcome.Effect;
import io.clientele.activity.Reports.Numbered;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes product reviews, each as it was at the last change that was reported. */
@ApplicationScoped
class ReviewWriter implements FactWriter<ReviewDraft> {

    private static final int LONGEST_DETAIL = 10_000;
    private static final int LONGEST_NICKNAME = 128;
    private static final int BEST = 5;

    private final OwnedFacts owned;
    private final ReviewRepository reviews;
    private final Clock clock;

    @Inject
    ReviewWriter(OwnedFacts owned, ReviewRepository reviews, Clock clock) {
        this.owned = owned;
        this.reviews = reviews;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "reviews";
    }

    @Override
    public Class<ReviewDraft> draft() {
        return ReviewDraft.class;
    }

    @Override
    public Outcome write(List<Numbered<ReviewDraft>> drafts) {
        Instant now = clock.instant();
        Outcome outcome = new Outcome();
        Reports<ReviewReport> reports = Reports.of(drafts, draft -> report(draft, now), outcome);
        OwnedFacts.Known known = owned.known(
                reports.values(ReviewReport::customerId), reviews.lock(reports.keys(ReviewReport::externalId)));
        Latest<String, ReviewReport> latest = known.latest();
        reports.each(report -> take(latest, known, report));
        reviews.insert(latest.created());
        reviews.update(latest.changed());
        return outcome;
    }

    private static Effect take(Latest<String, ReviewReport> latest, OwnedFacts.Known known, ReviewReport report) {
        long row = known.row(report.externalId(), report.customerId());
        Long owner = report.customerId() == null ? null : known.owner(report.customerId());
        return latest.take(report.externalId(), report.updatedAt(), report.at(row, owner));
    }

    private static ReviewReport report(ReviewDraft draft, Instant now) {
        FactFields fields = new FactFields();
        Instant updatedAt = fields.momentIfAny("updated_at", draft.updatedAt());
        ReviewReport report = new ReviewReport(
                0,
                fields.text("external_id", draft.externalId(), FactFields.LONGEST_ID),
                draft.customerId(),
                fields.sku("sku", draft.sku()),
                fields.text("nickname", draft.nickname(), LONGEST_NICKNAME),
                fields.text("title", draft.title(), FactFields.LONGEST_TEXT),
                fields.text("detail", draft.detail(), LONGEST_DETAIL),
                rating(fields, draft.rating()),
                fields.text("status", draft.status(), FactFields.LONGEST_STATUS),
                fields.moment("created_at", draft.createdAt()),
                updatedAt == null ? now : updatedAt);
        fields.demandNoErrors();
        return report;
    }

    private static int rating(FactFields fields, @Nullable Integer sent) {
        int rating = fields.given("rating", sent, 1);
        if (rating < 1 || rating > BEST) {
            fields.wrong("rating", rating);
        }
        return rating;
    }
}
