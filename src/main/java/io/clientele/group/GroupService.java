package io.clientele.group;

import io.clientele.audit.AuditDraft;
import io.clientele.audit.AuditLog;
import io.clientele.shared.CurrentCaller;
import io.clientele.shared.ExpectedVersion;
import io.clientele.shared.search.SearchCriteria;
import io.clientele.shared.search.SearchResults;
import io.clientele.store.Stores;
import io.clientele.store.Website;
import io.clientele.tax.TaxClass;
import io.clientele.tax.TaxClassService;
import io.clientele.tax.TaxClassType;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads and changes customer groups. */
@ApplicationScoped
public class GroupService {

    static final String MANAGE = "Magento_Customer::group";

    private static final String AUDITED = "customer_group";

    /** The contract cuts longer codes. */
    private static final int LONGEST_CODE = 32;

    private static final int RETAIL_CUSTOMER = 3;

    private final GroupRepository repository;
    private final Groups groups;
    private final TaxClassService taxClasses;
    private final Stores stores;
    private final CurrentCaller caller;
    private final List<GroupParticipant> participants;
    private final ExpectedVersion expected;
    private final AuditLog audit;

    @Inject
    GroupService(
            GroupRepository repository,
            Groups groups,
            TaxClassService taxClasses,
            Stores stores,
            CurrentCaller caller,
            @All List<GroupParticipant> participants,
            ExpectedVersion expected,
            AuditLog audit) {
        this.repository = repository;
        this.groups = groups;
        this.taxClasses = taxClasses;
        this.stores = stores;
        this.caller = caller;
        this.participants = participants;
        this.expected = expected;
        this.audit = audit;
    }

    /**
     * The group with the id, as it is in the database at this moment.
     *
     * @throws io.clientele.shared.Refusal when there is none
     */
    public Group group(int id) {
        return repository.group(id).orElseThrow(() -> GroupRefusals.unknown(id));
    }

    /** The group with the code, without regard to case, as it is in the database at this moment. */
    public Optional<Group> byCode(String code) {
        return repository.byCode(code);
    }

    public SearchResults<Group> search(SearchCriteria criteria) {
        return repository.search(criteria);
    }

    /** Whether the group may not be deleted: nobody's group, or a default one. */
    public boolean isReadOnly(int id) {
        return group(id).id() == Group.NOT_LOGGED_IN || repository.isDefault(id);
    }

    /** Changes what is supplied of the group the draft names. */
    @Transactional
    public Group change(GroupDraft draft) {
        int id = draft.id() == null ? -1 : draft.id();
        return save(draft.code() == null ? draft.withCode(group(id).code()) : draft);
    }

    /** Creates the group, or changes the one the draft names by its id. */
    @Transactional
    public Group save(GroupDraft draft) {
        refuseLimitedAdministrators();
        String code = code(draft.code());
        GroupEntity row = draft.id() == null ? new GroupEntity() : existing(draft.id());
        Group before = row.id == null ? null : group(row.id);
        if (before != null) {
            expected.check(() -> before);
        }
        if (draft.taxClassId() != null || row.id == null) {
            row.taxClassId = taxClass(draft.taxClassId());
        }
        rename(row, code);
        if (draft.excludedWebsiteIds() != null) {
            exclude(row, draft.excludedWebsiteIds());
        }
        repository.write(row);
        groups.changed();
        Group after = group(row.id);
        audit.record(AuditDraft.ofChange(AUDITED, row.id, before, after));
        return after;
    }

    /** Deletes the group after its members have moved to the default group of their store view. */
    @Transactional
    public void delete(int id) {
        refuseLimitedAdministrators();
        GroupEntity row = existing(id);
        Group before = group(id);
        expected.check(() -> before);
        if (id == Group.NOT_LOGGED_IN || repository.isDefault(id)) {
            throw GroupRefusals.notDeletable();
        }
        participants.forEach(participant -> participant.deleting(id, groups.defaultGroupIds()));
        repository.delete(row);
        repository.flush();
        groups.changed();
        audit.record(AuditDraft.ofChange(AUDITED, id, before, null));
    }

    /** Groups belong to all websites. */
    void refuseLimitedAdministrators() {
        caller.demandAllWebsites(MANAGE);
    }

    private static String code(@Nullable String code) {
        if (code == null || code.isBlank()) {
            throw GroupRefusals.codeMissing();
        }
        return code.codePointCount(0, code.length()) <= LONGEST_CODE
                ? code
                : code.substring(0, code.offsetByCodePoints(0, LONGEST_CODE));
    }

    private GroupEntity existing(int id) {
        return repository
                .findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> GroupRefusals.unknown(id));
    }

    private void rename(GroupEntity row, String code) {
        if (code.equals(row.code)) {
            return;
        }
        if (row.id != null && row.id == Group.NOT_LOGGED_IN) {
            throw GroupRefusals.codeIsFixed(code);
        }
        if (repository.isCodeTaken(code, row.id == null ? -1 : row.id)) {
            throw GroupRefusals.codeTaken();
        }
        row.rename(code);
    }

    /** The class if it is one of customers; the shipped one where none or 0 is named. */
    private int taxClass(@Nullable Integer asked) {
        int id = asked == null || asked == 0 ? RETAIL_CUSTOMER : asked;
        Optional<TaxClass> found = taxClasses.find(id);
        if (found.isEmpty() || found.get().type() != TaxClassType.CUSTOMER) {
            throw GroupRefusals.taxClass(id);
        }
        return id;
    }

    private void exclude(GroupEntity row, List<Integer> websiteIds) {
        Set<Integer> wanted = new HashSet<>(websiteIds);
        for (int id : wanted) {
            if (id == Website.ADMIN || stores.findWebsite(id).isEmpty()) {
                throw GroupRefusals.website(id);
            }
        }
        row.excludedWebsiteIds.retainAll(wanted);
        row.excludedWebsiteIds.addAll(wanted);
    }
}
