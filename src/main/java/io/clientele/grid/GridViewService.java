package io.clientele.grid;

import io.clientele.audit.AuditDraft;
import io.clientele.audit.AuditLog;
import io.clientele.shared.Caller;
import io.clientele.shared.CurrentCaller;
import io.clientele.shared.ExpectedVersion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Objects;

/** Keeps the saved views: everybody sees their own and the shared ones, and changes their own. */
@ApplicationScoped
public class GridViewService {

    private static final String AUDITED = "grid_view";
    private static final int MOST = 200;

    private final GridViewRepository views;
    private final GridViewRules rules;
    private final CurrentCaller caller;
    private final Clock clock;
    private final ExpectedVersion expected;
    private final AuditLog audit;

    @Inject
    GridViewService(
            GridViewRepository views,
            GridViewRules rules,
            CurrentCaller caller,
            Clock clock,
            ExpectedVersion expected,
            AuditLog audit) {
        this.views = views;
        this.rules = rules;
        this.caller = caller;
        this.clock = clock;
        this.expected = expected;
        this.audit = audit;
    }

    /** What the log says of a view: by what it filters, and not whom it looks for, since the log forgets nothing. */
    private record Noted(
            long ownerId,
            String name,
            List<String> columns,
            List<String> filteredBy,
            boolean searched,
            List<GridView.Sort> sort,
            int pageSize,
            boolean shared,
            boolean isDefault) {

        static Noted of(GridView view) {
            return new Noted(
                    view.ownerId(),
                    view.name(),
                    view.columns(),
                    view.filters().stream()
                            .map(filter -> String.valueOf(filter.field()))
                            .toList(),
                    view.search() != null,
                    view.sort(),
                    view.pageSize(),
                    view.shared(),
                    view.isDefault());
        }
    }

    /** The caller's own views and the shared ones, by name. */
    public List<GridView> all() {
        return views.visibleTo(reader()).stream().map(rules::present).toList();
    }

    /** @throws io.clientele.shared.Refusal when there is none, or it is somebody else's own */
    public GridView view(long id) {
        return views.view(id, reader()).map(rules::present).orElseThrow(() -> GridRefusals.noSuchView(id));
    }

    /** @throws io.clientele.shared.Refusal naming what is missing, wrong or taken */
    @Transactional
    public GridView create(GridViewDraft draft) {
        long owner = owner();
        GridView blank = new GridView(
                0,
                owner,
                rules.name(draft.name()),
                rules.usualColumns(),
                List.of(),
                null,
                List.of(),
                GridViewRules.DEFAULT_PAGE_SIZE,
                false,
                false);
        GridView view = merged(blank, draft);
        if (views.lockAndCount(owner) >= MOST) {
            throw GridRefusals.tooMany(MOST);
        }
        long id = views.insert(view, clock.instant());
        choose(id, draft);
        GridView made = view(id);
        audit.record(AuditDraft.ofChange(AUDITED, id, null, Noted.of(made)));
        return made;
    }

    /**
     * Changes what the draft supplies. Of somebody else's shared view only the caller's own choice can be changed.
     *
     * @throws io.clientele.shared.Refusal as {@link #create}, and when the view is somebody else's
     */
    @Transactional
    public GridView change(long id, GridViewDraft draft) {
        long admin = owner();
        views.hold(id);
        GridView view = view(id);
        expected.check(() -> view);
        if (view.ownerId() == admin) {
            GridView changed = merged(view, draft);
            views.update(changed, clock.instant());
            if (!changed.shared()) {
                views.unchooseOfOthers(admin, id);
            }
        } else if (!draft.onlyChooses()) {
            throw GridRefusals.notTheOwner();
        }
        choose(id, draft);
        GridView after = view(id);
        audit.record(AuditDraft.ofChange(AUDITED, id, Noted.of(view), Noted.of(after)));
        return after;
    }

    @Transactional
    public void delete(long id) {
        views.hold(id);
        GridView view = view(id);
        if (view.ownerId() != owner()) {
            throw GridRefusals.notTheOwner();
        }
        expected.check(() -> view);
        if (!views.delete(id)) {
            throw GridRefusals.noSuchView(id);
        }
        audit.record(AuditDraft.ofChange(AUDITED, id, Noted.of(view), null));
    }

    private GridView merged(GridView view, GridViewDraft draft) {
        return new GridView(
                view.id(),
                view.ownerId(),
                draft.name() == null ? view.name() : rules.name(draft.name()),
                draft.columns() == null ? view.columns() : rules.columns(draft.columns()),
                draft.filters() == null ? view.filters() : rules.filters(draft.filters()),
                draft.search() == null ? view.search() : rules.search(draft.search()),
                draft.sort() == null ? view.sort() : rules.sort(draft.sort()),
                draft.pageSize() == null ? view.pageSize() : rules.pageSize(draft.pageSize()),
                Objects.requireNonNullElse(draft.shared(), view.shared()),
                view.isDefault());
    }

    private void choose(long id, GridViewDraft draft) {
        if (Boolean.TRUE.equals(draft.isDefault())) {
            views.choose(owner(), id);
        } else if (Boolean.FALSE.equals(draft.isDefault())) {
            views.unchoose(owner(), id);
        }
    }

    /** Integrations own nothing and see what is shared. */
    private long reader() {
        Caller who = caller.get();
        return who.type() == Caller.Type.ADMIN ? who.id() : 0;
    }

    private long owner() {
        if (caller.get().type() != Caller.Type.ADMIN) {
            throw GridRefusals.administratorNeeded();
        }
        return caller.get().id();
    }
}
