package io.clientele.access;

import io.clientele.shared.Fold;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.SecureRandom;
import java.time.Clock;

/**
 * Makes an administrator when there is none, with a random password unless one is configured. It is shown once, in
 * plain words on the standard output: a log would keep it.
 */
@ApplicationScoped
class FirstAdministrator {

    /** Without those that look alike. */
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final int LENGTH = 20;
    private static final long FULL_ROLE = 1;

    private final AdminConfig config;
    private final AdminUserRepository administrators;
    private final Credentials credentials;
    private final PasswordHasher hasher;
    private final AccessAudit audit;
    private final Clock clock;

    FirstAdministrator(
            AdminConfig config,
            AdminUserRepository administrators,
            Credentials credentials,
            PasswordHasher hasher,
            AccessAudit audit,
            Clock clock) {
        this.config = config;
        this.administrators = administrators;
        this.credentials = credentials;
        this.hasher = hasher;
        this.audit = audit;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        if (QuarkusTransaction.requiringNew().call(administrators::count) > 0) {
            return;
        }
        String password = config.password().orElseGet(FirstAdministrator::random);
        HashedPassword hashed = hasher.hash(password);
        if (QuarkusTransaction.requiringNew().call(() -> create(hashed))) {
            boolean chosen = config.password().isPresent();
            System.out.println("First administrator: " + config.username() + ", password: "
                    + (chosen ? "as set in CLIENTELE_ADMIN_PASSWORD" : password + " (shown only this once)"));
        }
    }

    private boolean create(HashedPassword password) {
        administrators.lock();
        if (administrators.count() > 0) {
            // Another instance was faster.
            return false;
        }
        AdminUserEntity user = new AdminUserEntity();
        user.username = config.username();
        user.usernameKey = Fold.key(user.username);
        user.email = user.usernameKey + "@localhost";
        user.emailKey = user.email;
        user.firstname = "First";
        user.lastname = "Administrator";
        user.roleId = FULL_ROLE;
        user.active = true;
        user.createdAt = clock.instant();
        user.updatedAt = user.createdAt;
        administrators.persistAndFlush(user);
        credentials.set(Subject.admin(user.id), password);
        audit.user(null, AdminUser.of(user));
        return true;
    }

    private static String random() {
        return new SecureRandom()
                .ints(LENGTH, 0, LETTERS.length())
                .collect(StringBuilder::new, (text, i) -> text.append(LETTERS.charAt(i)), StringBuilder::append)
                .toString();
    }
}
