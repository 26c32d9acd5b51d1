package io.clientele.access;

import io.clientele.audit.AuditDraft;
import io.clientele.audit.AuditLog;
import io.clientele.shared.Caller;
import io.clientele.shared.person.Person;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/**
 * Words what happens to credentials, administrators and roles for the audit log. What is refused without being looked at
 * is not noted, or a flood of it would fill the log; that somebody was locked out is, once.
 */
@ApplicationScoped
class AccessAudit {

    private static final String PASSWORD = "password";

    private final AuditLog log;

    AccessAudit(AuditLog log) {
        this.log = log;
    }

    /** An administrator has got a token. */
    void signedIn(long adminId) {
        log.record(about("signed_in", Subject.admin(adminId)).by(Caller.Type.ADMIN, adminId));
    }

    /** A password that was wrong. A login name that nobody has is not kept: it may be a password in the wrong field. */
    void signInFailed(Caller.Type type, @Nullable Subject subject) {
        AuditDraft draft = subject == null
                ? AuditDraft.of(prefix(type) + ".signed_in").about(kind(type), 0)
                : about("signed_in", subject);
        log.record(draft.failed(PASSWORD));
    }

    /** A current password that was asked for again and was wrong. */
    void passwordWrong(Subject subject) {
        log.record(about("password.checked", subject).failed(PASSWORD));
    }

    /** Failures have locked the account. */
    void accountLocked(Subject subject) {
        log.record(about("locked", subject).detail("lock", "account"));
    }

    /** Failures have locked the login name. */
    void loginLocked(Caller.Type type, @Nullable Subject subject) {
        log.record((subject == null
                        ? AuditDraft.of(prefix(type) + ".locked").about(kind(type), 0)
                        : about("locked", subject))
                .detail("lock", "login"));
    }

    /** The caller's address has reached its limit. */
    void addressThrottled(String network) {
        log.record(AuditDraft.of("address.throttled").about("address", network));
    }

    /** @param step the action after {@code admin.second_factor.} */
    void secondFactor(String step, long adminId) {
        log.record(about("second_factor." + step, Subject.admin(adminId)));
    }

    /** A code that was wrong or used before. */
    void codeWrong(long adminId) {
        log.record(about("second_factor.checked", Subject.admin(adminId)).failed("code"));
    }

    /** A new administrator has no before, a deleted one no after. */
    void user(@Nullable AdminUser before, @Nullable AdminUser after) {
        AdminUser user = before == null ? after : before;
        if (user != null) {
            log.record(about(AuditDraft.step(before, after), Subject.admin(user.id()))
                    .named(user.username())
                    .change(before, after));
        }
    }

    void passwordChanged(long adminId) {
        log.record(about("password.changed", Subject.admin(adminId)));
    }

    /** A new role has no before, a deleted one no after. */
    void role(@Nullable AdminRole before, @Nullable AdminRole after) {
        AdminRole role = before == null ? after : before;
        if (role != null) {
            log.record(AuditDraft.ofChange("admin_role", role.id(), before, after));
        }
    }

    /** The customer's session was ended by itself. */
    void sessionEnded(Subject customer, long sessionId) {
        log.record(session("session.ended", customer, sessionId));
    }

    /** The customer's session got its next tokens. */
    void sessionRenewed(Subject customer, long sessionId) {
        log.record(session("session.renewed", customer, sessionId).by(customer.type(), customer.id()));
    }

    /** A refresh token came again, which has ended the session. */
    void refreshTokenReused(Subject customer, long sessionId) {
        log.record(session("refresh_token.reused", customer, sessionId));
    }

    private static AuditDraft session(String action, Subject customer, long sessionId) {
        return AuditDraft.of(action)
                .about(kind(customer.type()), customer.id())
                .person(person(customer))
                .detail("session", sessionId);
    }

    /** A key that signs tokens. */
    void signingKeyCreated(SigningKey key) {
        log.record(AuditDraft.of("signing_key.created")
                .about("signing_key", key.kid())
                .detail("algorithm", key.algorithm().name()));
    }

    void signingKeyDeleted(SigningKey key) {
        log.record(AuditDraft.of("signing_key.deleted").about("signing_key", key.kid()));
    }

    private static AuditDraft about(String step, Subject subject) {
        return AuditDraft.of(prefix(subject.type()) + "." + step)
                .about(kind(subject.type()), subject.id())
                .person(person(subject));
    }

    private static Person person(Subject subject) {
        return subject.type() == Caller.Type.ADMIN ? Person.admin(subject.id()) : Person.customer(subject.id());
    }

    private static String prefix(Caller.Type type) {
        return type == Caller.Type.ADMIN ? "admin" : "customer";
    }

    private static String kind(Caller.Type type) {
        return type == Caller.Type.ADMIN ? "admin_user" : "customer";
    }
}
