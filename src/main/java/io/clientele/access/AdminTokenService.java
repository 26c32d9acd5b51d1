package io.clientele.access;

import io.clientele.shared.Caller;
import io.clientele.shared.Refusal;
import io.clientele.shared.Refusals;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Signs administrators in. */
@ApplicationScoped
public class AdminTokenService {

    private static final int NO_WEBSITE = 0;

    private final AdminUserRepository administrators;
    private final Credentials credentials;
    private final SecondFactors factors;
    private final SecondFactorSetup setup;
    private final AccessAudit audit;
    private final Tokens tokens;

    AdminTokenService(
            AdminUserRepository administrators,
            Credentials credentials,
            SecondFactors factors,
            SecondFactorSetup setup,
            AccessAudit audit,
            Tokens tokens) {
        this.administrators = administrators;
        this.credentials = credentials;
        this.factors = factors;
        this.setup = setup;
        this.audit = audit;
        this.tokens = tokens;
    }

    /**
     * A token for the administrator.
     *
     * @throws Refusal that does not tell whether the name, the password, the activity or a lock stood in the way; others
     *     where the password was right and a second factor is needed
     */
    public String token(String username, String password) {
        return token(username, password, null);
    }

    /** As {@link #token(String, String)}, with a code of the second factor. */
    String token(String username, String password, @Nullable String code) {
        requireBoth(username, password);
        Subject subject = username.indexOf('\0') >= 0
                ? null
                : administrators.activeIdOf(username).map(Subject::admin).orElse(null);
        boolean right = credentials.signIn(Caller.Type.ADMIN, username, subject, password);
        if (!right || subject == null) {
            throw Refusals.signInFailed();
        }
        check(subject.id(), code);
        audit.signedIn(subject.id());
        return tokens.issue(subject, NO_WEBSITE);
    }

    private void check(long userId, @Nullable String code) {
        if (factors.isActive(userId)) {
            if (code == null) {
                throw AccessRefusals.codeNeeded();
            }
            factors.accept(userId, code);
        } else if (setup.invites(userId)) {
            throw AccessRefusals.secondFactorNeeded();
        } else if (code != null) {
            throw AccessRefusals.noSecondFactor();
        }
    }

    private static void requireBoth(String username, String password) {
        List<Refusal> missing = new ArrayList<>();
        if (username.isEmpty()) {
            missing.add(Refusals.required("username"));
        }
        if (password.isEmpty()) {
            missing.add(Refusals.required("password"));
        }
        if (!missing.isEmpty()) {
            throw Refusal.all(missing);
        }
    }
}
