package io.clientele.access;

import io.clientele.shared.Refusal;
import io.clientele.shared.Refusals;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the values of an administrator must look like. */
@ApplicationScoped
class AdminUserChecks {

    private static final int LONGEST = 255;
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");

    private final PasswordRules passwordRules;

    AdminUserChecks(PasswordRules passwordRules) {
        this.passwordRules = passwordRules;
    }

    /** @throws Refusal that names all that a new administrator lacks */
    void requireAll(AdminUserDraft draft) {
        Map<String, @Nullable Object> needed = new LinkedHashMap<>();
        needed.put("username", draft.username());
        needed.put("email", draft.email());
        needed.put("firstname", draft.firstname());
        needed.put("lastname", draft.lastname());
        needed.put("password", draft.password());
        needed.put("role_id", draft.roleId());
        List<Refusal> missing = new ArrayList<>();
        needed.forEach((name, value) -> {
            if (value == null || value.toString().isBlank()) {
                missing.add(Refusals.required(name));
            }
        });
        if (!missing.isEmpty()) {
            throw Refusal.all(missing);
        }
    }

    /** The text without spaces around it. */
    String text(String fieldName, String given) {
        String text = given.strip();
        if (text.isEmpty()) {
            throw Refusals.required(fieldName);
        }
        if (text.length() > LONGEST) {
            throw AccessRefusals.tooLong(fieldName, LONGEST);
        }
        return text;
    }

    String email(String given) {
        String email = text("email", given);
        if (!EMAIL.matcher(email).matches()) {
            throw Refusals.invalidValue("email", given);
        }
        return email;
    }

    void password(String password, String email) {
        passwordRules.check(password, email);
    }
}
