package io.clientele.activity;

import io.clientele.activity.Outcome.Effect;
import io.clientele.activity.Reports.Numbered;
import io.clientele.store.Website;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes product views. The same person cannot look at the same product twice at the same moment. */
@ApplicationScoped
class ViewWriter implements FactWriter<ViewDraft> {

    private final FactWebsites websites;
    private final People people;
    private final ViewRepository views;

    @Inject
    ViewWriter(FactWebsites websites, People people, ViewRepository views) {
        this.websites = websites;
        this.people = people;
        this.views = views;
    }

    /** A view with nothing wrong by itself; the website is 0 where none is named. */
    private record Report(
            int websiteId,
            @Nullable Long customerId,
            @Nullable Long visitorId,
            String sku,
            Instant viewedAt) {

        Person person(int website) {
            return new Person(website, customerId, null, null, visitorId);
        }
    }

    @Override
    public String name() {
        return "views";
    }

    @Override
    public Class<ViewDraft> draft() {
        return ViewDraft.class;
    }

    @Override
    public Outcome write(List<Numbered<ViewDraft>> drafts) {
        Outcome outcome = new Outcome();
        Reports<Report> reports = Reports.of(drafts, this::report, outcome);
        FoundPeople found = people.find(reports.keys(report -> report.person(report.websiteId())));
        Set<View> all = new LinkedHashSet<>();
        reports.each(report -> all.add(view(found, report)) ? Effect.CREATED : Effect.IGNORED);
        int known = all.size() - views.insert(List.copyOf(all));
        outcome.move(Effect.CREATED, Effect.IGNORED, known);
        return outcome;
    }

    private static View view(FoundPeople found, Report report) {
        int website = report.websiteId() == Website.ADMIN
                ? found.websiteOf(report.customerId(), report.visitorId())
                : report.websiteId();
        return new View(website, found.owner(report.person(website)), report.sku(), report.viewedAt());
    }

    private Report report(ViewDraft draft) {
        FactFields fields = new FactFields();
        if (draft.customerId() == null) {
            fields.given("visitor_id", draft.visitorId(), 0L);
        }
        Report report = new Report(
                websites.readIfAny(fields, draft.websiteId()),
                draft.customerId(),
                draft.visitorId(),
                fields.sku("sku", draft.sku()),
                fields.moment("viewed_at", draft.viewedAt()));
        fields.demandNoErrors();
        return report;
    }
}
