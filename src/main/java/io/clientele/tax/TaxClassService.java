package io.clientele.tax;

import io.clientele.audit.AuditDraft;
import io.clientele.audit.AuditLog;
import io.clientele.shared.CurrentCaller;
import io.clientele.shared.ExpectedVersion;
import io.clientele.shared.Refusal;
import io.clientele.shared.Refusals;
import io.clientele.shared.search.SearchCriteria;
import io.clientele.shared.search.SearchResults;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads and changes tax classes. */
@ApplicationScoped
public class TaxClassService {

    static final String MANAGE = "Magento_Tax::manage_tax";

    private static final String AUDITED = "tax_class";

    private final TaxClassRepository repository;
    private final TaxRuleRepository rules;
    private final List<TaxClassGuard> guards;
    private final List<TaxClassParticipant> participants;
    private final CurrentCaller caller;
    private final ExpectedVersion expected;
    private final AuditLog audit;

    @Inject
    TaxClassService(
            TaxClassRepository repository,
            TaxRuleRepository rules,
            @All List<TaxClassGuard> guards,
            @All List<TaxClassParticipant> participants,
            CurrentCaller caller,
            ExpectedVersion expected,
            AuditLog audit) {
        this.repository = repository;
        this.rules = rules;
        this.guards = guards;
        this.participants = participants;
        this.caller = caller;
        this.expected = expected;
        this.audit = audit;
    }

    /**
     * The class with the id.
     *
     * @throws Refusal when there is none
     */
    public TaxClass taxClass(int id) {
        return find(id).orElseThrow(() -> TaxRefusals.unknownClass(id));
    }

    public Optional<TaxClass> find(int id) {
        return repository.taxClass(id);
    }

    /** The class of that type with the name, without regard to case. */
    public Optional<TaxClass> named(TaxClassType type, String name) {
        return repository.named(type, name);
    }

    public SearchResults<TaxClass> search(SearchCriteria criteria) {
        return repository.search(criteria);
    }

    /** Creates the class, or changes the one the draft names by its id; 0 names none. */
    @Transactional
    public TaxClass save(TaxClassDraft draft) {
        refuseLimitedAdministrators();
        Integer id = draft.id();
        TaxClassEntity row = id == null || id == 0 ? new TaxClassEntity() : existing(id);
        TaxClass before = row.id == null ? null : taxClass(row.id);
        if (before != null) {
            expected.check(() -> before);
        }
        if (row.id != null && !row.type.name().equals(draft.type())) {
            throw TaxRefusals.typeIsFixed();
        }
        String name = checked(draft);
        row.type = TaxClassType.valueOf(String.valueOf(draft.type()).strip());
        if (repository.isNameTaken(row.type, name, row.id == null ? 0 : row.id)) {
            throw TaxRefusals.nameTaken(row.type);
        }
        row.rename(name);
        repository.write(row);
        participants.forEach(participant -> participant.changed(row.id));
        TaxClass after = taxClass(row.id);
        audit.record(AuditDraft.ofChange(AUDITED, row.id, before, after));
        return after;
    }

    /** @throws Refusal when there is no such class or it is in use */
    @Transactional
    public void delete(int id) {
        refuseLimitedAdministrators();
        TaxClassEntity row = existing(id);
        TaxClass before = taxClass(id);
        expected.check(() -> before);
        if (rules.usesTaxClass(id)) {
            throw TaxRefusals.usedInRules();
        }
        guards.forEach(guard -> guard.beforeDelete(id));
        repository.remove(row);
        audit.record(AuditDraft.ofChange(AUDITED, id, before, null));
    }

    /** Tax classes belong to all websites. */
    private void refuseLimitedAdministrators() {
        caller.demandAllWebsites(MANAGE);
    }

    private TaxClassEntity existing(int id) {
        return repository
                .findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> TaxRefusals.unknownClass(id));
    }

    /** The name without space around it. */
    private static String checked(TaxClassDraft draft) {
        List<Refusal> errors = new ArrayList<>();
        String name = stripped(draft.name());
        if (name.isEmpty()) {
            errors.add(Refusals.required("class_name"));
        }
        String type = stripped(draft.type());
        if (type.isEmpty()) {
            errors.add(Refusals.required("class_type"));
        } else if (TaxClassType.named(type).isEmpty()) {
            errors.add(TaxRefusals.unknownType(type));
        }
        if (!errors.isEmpty()) {
            throw Refusal.all(errors);
        }
        return name;
    }

    private static String stripped(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
