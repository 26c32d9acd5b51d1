package io.clientele.access;

import io.clientele.shared.Caller;
import io.clientele.shared.CurrentCaller;
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
    private final Clock clock;

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
            Clock clock) {
        this.users = users;
        this.checks = checks;
        this.roles = roles;
        this.credentials = credentials;
        this.hasher = hasher;
        this.tokens = tokens;
        this.sessions = sessions;
        this.afterCommit = afterCommit;
        this.caller = caller;
        this.clock = clock;
    }

    public SearchResults<AdminUser> search(SearchCriteria criteria) {
        return users.page(criteria, caller.get());
    }

    /**
     * @throws Refusal that names what is missing, wrong or taken, or the resource of the role that the caller lacks
     */
    @Transactional
    public AdminUser create(AdminUserBody body) {
        checks.requireAll(body);
        HashedPassword password = hashed(body, "");
        AdminUserEntity user = new AdminUserEntity();
        user.active = true;
        user.createdAt = clock.instant();
        apply(body, user);
        users.save(user);
        if (password != null) {
            credentials.set(Subject.admin(user.id), password);
        }
        return AdminUser.of(user);
    }

    /**
     * Changes what the body names. A new password, like a deactivation, ends the administrator's sessions.
     *
     * @throws Refusal as {@link #create}, for deactivating oneself, and when nobody with all resources would be left
     */
    @Transactional
    public AdminUser update(long id, AdminUserBody body) {
        AdminUserEntity user = changeable(id);
        HashedPassword password = hashed(body, user.email);
        users.lock();
        apply(body, user);
        refuseOwn(id, !user.active);
        users.save(user);
        roles.requireFullAdministrator();
        if (password != null) {
            credentials.set(Subject.admin(id), password);
            credentials.forgive(Caller.Type.ADMIN, user.username);
        }
        if (password != null || !user.active) {
            tokens.revokeAll(Subject.admin(id));
        }
        afterCommit.run(sessions::rolesChanged);
        return AdminUser.of(user);
    }

    /**
     * @throws Refusal for deleting oneself, and when nobody with all resources would be left
     */
    @Transactional
    public void delete(long id) {
        users.lock();
        AdminUserEntity user = changeable(id);
        refuseOwn(id, true);
        tokens.revokeAll(Subject.admin(id));
        credentials.remove(Subject.admin(id));
        users.delete(user);
        users.flush();
        roles.requireFullAdministrator();
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

    private @Nullable HashedPassword hashed(AdminUserBody body, String email) {
        String password = body.password();
        if (password == null) {
            return null;
        }
        checks.password(password, body.email() == null ? email : body.email());
        return hasher.hash(password);
    }

    private void apply(AdminUserBody body, AdminUserEntity user) {
        if (body.username() != null) {
            user.username = checks.text("username", body.username());
            user.usernameKey = Fold.key(user.username);
        }
        if (body.email() != null) {
            user.email = checks.email(body.email());
            user.emailKey = Fold.key(user.email);
        }
        if (body.firstname() != null) {
            user.firstname = checks.text("firstname", body.firstname());
        }
        if (body.lastname() != null) {
            user.lastname = checks.text("lastname", body.lastname());
        }
        if (body.roleId() != null) {
            Grants.mayGive(caller.get(), roles.visible(body.roleId()).resources);
            user.roleId = body.roleId();
        }
        if (body.isActive() != null) {
            user.active = body.isActive();
        }
        user.updatedAt = clock.instant();
    }

    private void refuseOwn(long id, boolean ends) {
        if (ends && caller.get().type() == Caller.Type.ADMIN && caller.get().id() == id) {
            throw AccessRefusals.ownAccount();
        }
    }
}
