package io.clientele.access;

import io.clientele.shared.AfterCommit;
import io.clientele.shared.Caller;
import io.clientele.shared.CurrentCaller;
import io.clientele.shared.ExpectedVersion;
import io.clientele.shared.Fold;
import io.clientele.shared.Refusal;
import io.clientele.shared.search.SearchCriteria;
import io.clientele.shared.search.SearchResults;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** The people who administer the service. */
@ApplicationScoped
public class AdminUserService {

    private final AdminUserRepository users;
    private final AdminUserChecks checks;
    private final AdminRoleService roles;
    private final Credentials credentials;
    private final PasswordHasher hasher;
    private final Tokens tokens;
    private final Sessions sessions;
    private final AfterCommit afterCommit;
    private final CurrentCaller caller;
    private final AccessAudit audit;
    private final Clock clock;
    private final ExpectedVersion expected;

    AdminUserService(
            AdminUserRepository users,
            AdminUserChecks checks,
            AdminRoleService roles,
            Credentials credentials,
            PasswordHasher hasher,
            Tokens tokens,
            Sessions sessions,
            AfterCommit afterCommit,
            CurrentCaller caller,
            AccessAudit audit,
            Clock clock,
            ExpectedVersion expected) {
        this.users = users;
        this.checks = checks;
        this.roles = roles;
        this.credentials = credentials;
        this.hasher = hasher;
        this.tokens = tokens;
        this.sessions = sessions;
        this.afterCommit = afterCommit;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
        this.expected = expected;
    }

    public SearchResults<AdminUser> search(SearchCriteria criteria) {
        return users.page(criteria, caller.get());
    }

    /**
     * @throws Refusal that names what is missing, wrong or taken, or the resource of the role that the caller lacks
     */
    @Transactional
    public AdminUser create(AdminUserDraft draft) {
        checks.requireAll(draft);
        HashedPassword password = hashed(draft, "");
        AdminUserEntity user = new AdminUserEntity();
        user.active = true;
        user.createdAt = clock.instant();
        apply(draft, user);
        users.save(user);
        if (password != null) {
            credentials.set(Subject.admin(user.id), password);
        }
        audit.user(null, AdminUser.of(user));
        return AdminUser.of(user);
    }

    /**
     * Changes what the draft names. A new password, like a deactivation, ends the administrator's sessions.
     *
     * @throws Refusal as {@link #create}, for deactivating oneself, and when nobody with all resources would be left
     */
    @Transactional
    public AdminUser update(long id, AdminUserDraft draft) {
        AdminUserEntity user = changeable(id);
        HashedPassword password = hashed(draft, user.email);
        users.lock();
        expected.check(() -> AdminUser.of(users.current(user)));
        AdminUser before = AdminUser.of(user);
        apply(draft, user);
        refuseOwn(id, !user.active);
        users.save(user);
        AdminUser after = AdminUser.of(user);
        if (password == null || !after.equals(before)) {
            audit.user(before, after);
        }
        roles.requireFullAdministrator();
        if (password != null) {
            credentials.set(Subject.admin(id), password);
            credentials.forgive(Caller.Type.ADMIN, user.username);
            audit.passwordChanged(id);
        }
        if (password != null || !user.active) {
            tokens.revokeAll(Subject.admin(id));
        }
        afterCommit.run(sessions::rolesChanged);
        return after;
    }

    /**
     * @throws Refusal for deleting oneself, and when nobody with all resources would be left
     */
    @Transactional
    public void delete(long id) {
        users.lock();
        AdminUserEntity user = changeable(id);
        expected.check(() -> AdminUser.of(user));
        refuseOwn(id, true);
        tokens.revokeAll(Subject.admin(id));
        credentials.remove(Subject.admin(id));
        audit.user(AdminUser.of(user), null);
        users.delete(user);
        users.flush();
        roles.requireFullAdministrator();
    }

    /** An administrator whom the caller may change; for everybody else it is not there. */
    AdminUser manageable(long id) {
        return AdminUser.of(changeable(id));
    }

    private AdminUserEntity changeable(long id) {
        AdminUserEntity user = users.findByIdOptional(id).orElseThrow(() -> AccessRefusals.unknownUser(id));
        AdminRoleEntity role = seenRole(user);
        Grants.mayGive(caller.get(), role.resources);
        return user;
    }

    /** An administrator whose role the caller does not see is not there for the caller. */
    private AdminRoleEntity seenRole(AdminUserEntity user) {
        try {
            return roles.visible(user.roleId);
        } catch (Refusal e) {
            throw AccessRefusals.unknownUser(user.id);
        }
    }

    private @Nullable HashedPassword hashed(AdminUserDraft draft, String email) {
        String password = draft.password();
        if (password == null) {
            return null;
        }
        checks.password(password, draft.email() == null ? email : draft.email());
        return hasher.hash(password);
    }

    private void apply(AdminUserDraft draft, AdminUserEntity user) {
        if (draft.username() != null) {
            user.username = checks.text("username", draft.username());
            user.usernameKey = Fold.key(user.username);
        }
        if (draft.email() != null) {
            user.email = checks.email(draft.email());
            user.emailKey = Fold.key(user.email);
        }
        if (draft.firstname() != null) {
            user.firstname = checks.text("firstname", draft.firstname());
        }
        if (draft.lastname() != null) {
            user.lastname = checks.text("lastname", draft.lastname());
        }
        if (draft.roleId() != null) {
            Grants.mayGive(caller.get(), roles.visible(draft.roleId()).resources);
            user.roleId = draft.roleId();
        }
        if (draft.isActive() != null) {
            user.active = draft.isActive();
        }
        user.updatedAt = clock.instant();
    }

    private void refuseOwn(long id, boolean ends) {
        if (ends && caller.get().type() == Caller.Type.ADMIN && caller.get().id() == id) {
            throw AccessRefusals.ownAccount();
        }
    }
}
