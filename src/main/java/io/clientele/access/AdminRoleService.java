package io.clientele.access;

import io.clientele.shared.AfterCommit;
import io.clientele.shared.CurrentCaller;
import io.clientele.shared.ExpectedVersion;
import io.clientele.shared.Fold;
import io.clientele.shared.Refusal;
import io.clientele.shared.Refusals;
import io.clientele.shared.search.SearchCriteria;
import io.clientele.shared.search.SearchResults;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/** What administrators may do, in groups. */
@ApplicationScoped
public class AdminRoleService {

    private static final int LONGEST_NAME = 255;

    private final AdminRoleRepository roles;
    private final AdminUserRepository users;
    private final AclTree acl;
    private final GrantChecks checks;
    private final Sessions sessions;
    private final AfterCommit afterCommit;
    private final CurrentCaller caller;
    private final AccessAudit audit;
    private final Clock clock;
    private final ExpectedVersion expected;

    AdminRoleService(
            AdminRoleRepository roles,
            AdminUserRepository users,
            AclTree acl,
            GrantChecks checks,
            Sessions sessions,
            AfterCommit afterCommit,
            CurrentCaller caller,
            AccessAudit audit,
            Clock clock,
            ExpectedVersion expected) {
        this.roles = roles;
        this.users = users;
        this.acl = acl;
        this.checks = checks;
        this.sessions = sessions;
        this.afterCommit = afterCommit;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
        this.expected = expected;
    }

    public AclEntry resources() {
        return acl.root();
    }

    public SearchResults<AdminRole> search(SearchCriteria criteria) {
        return roles.page(criteria, caller.get());
    }

    /**
     * @throws Refusal for a missing or taken name, an unknown resource or website, more than the caller holds
     */
    @Transactional
    public AdminRole create(AdminRoleDraft draft) {
        AdminRoleEntity role = new AdminRoleEntity();
        role.createdAt = clock.instant();
        role.resources = List.of();
        // Somebody limited to websites makes roles for these unless the draft says otherwise.
        role.websiteIds = caller.get().websiteIds().stream().sorted().toList();
        apply(draft, role);
        if (role.name == null) {
            throw Refusals.required("name");
        }
        roles.save(role);
        audit.role(null, AdminRole.of(role));
        return AdminRole.of(role);
    }

    /**
     * Changes what the draft names; it takes effect at once here and within a second everywhere.
     *
     * @throws Refusal as {@link #create}, and when nobody with all resources would be left
     */
    @Transactional
    public AdminRole update(long id, AdminRoleDraft draft) {
        users.lock();
        AdminRoleEntity role = visible(id);
        Grants.mayGive(caller.get(), role.resources);
        expected.check(() -> AdminRole.of(role));
        AdminRole before = AdminRole.of(role);
        apply(draft, role);
        roles.save(role);
        audit.role(before, AdminRole.of(role));
        requireFullAdministrator();
        afterCommit.run(sessions::rolesChanged);
        return AdminRole.of(role);
    }

    /**
     * @throws Refusal for a role that an administrator has
     */
    @Transactional
    public void delete(long id) {
        users.lock();
        AdminRoleEntity role = visible(id);
        Grants.mayGive(caller.get(), role.resources);
        expected.check(() -> AdminRole.of(role));
        audit.role(AdminRole.of(role), null);
        roles.remove(role);
    }

    void requireFullAdministrator() {
        if (!users.hasFullAdministrator()) {
            throw AccessRefusals.lastFullAdministrator();
        }
    }

    /** The role, which the caller must be allowed to see. */
    AdminRoleEntity visible(long id) {
        return roles.findByIdOptional(id)
                .filter(role -> Grants.sees(caller.get(), role.websiteIds))
                .orElseThrow(() -> AccessRefusals.unknownRole(id));
    }

    private void apply(AdminRoleDraft draft, AdminRoleEntity role) {
        if (draft.name() != null) {
            role.name = name(draft.name());
            role.nameKey = Fold.key(role.name);
        }
        if (draft.resources() != null) {
            role.resources = checks.resources(draft.resources());
        }
        if (draft.websiteIds() != null) {
            role.websiteIds = checks.websites(draft.websiteIds());
        }
        role.updatedAt = clock.instant();
    }

    private static String name(String given) {
        String name = given.strip();
        if (name.isEmpty()) {
            throw Refusals.required("name");
        }
        if (name.length() > LONGEST_NAME) {
            throw AccessRefusals.tooLong("name", LONGEST_NAME);
        }
        return name;
    }
}
