package io.clientele.access;

import io.clientele.shared.Refusals;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Signs administrators in with a code, and lists and changes second factors. */
@ApplicationScoped
public class SecondFactorService {

    private final AdminTokenService signIn;
    private final SecondFactors factors;
    private final SecondFactorSetup setup;
    private final AdminUserService users;

    SecondFactorService(
            AdminTokenService signIn, SecondFactors factors, SecondFactorSetup setup, AdminUserService users) {
        this.signIn = signIn;
        this.factors = factors;
        this.setup = setup;
        this.users = users;
    }

    SecondFactorSetup.Configuration configuration(String token) {
        return setup.configuration(required("tfaToken", token));
    }

    void activate(String token, String code) {
        setup.activate(required("tfaToken", token), required("otp", code));
    }

    /**
     * A token for the administrator with the password and the code.
     *
     * @throws io.clientele.shared.Refusal as the plain route for the password; another one for the code
     */
    public String token(String username, String password, String code) {
        return signIn.token(username, password, required("otp", code));
    }

    /** The providers the holder of a configuration token may use. */
    List<SecondFactorProvider> providersOfHolder(@Nullable String token) {
        var _ = setup.holder(required("tfaToken", token));
        return SecondFactorProvider.when(true);
    }

    List<SecondFactorProvider> toActivateOfHolder(@Nullable String token) {
        return toActivate(setup.holder(required("tfaToken", token)));
    }

    List<SecondFactorProvider> installed() {
        return SecondFactorProvider.when(true);
    }

    /** The ones that every administrator needs. */
    List<SecondFactorProvider> forced() {
        return SecondFactorProvider.when(factors.isForced());
    }

    List<SecondFactorProvider> providers(long userId) {
        AdminUser user = users.manageable(userId);
        return SecondFactorProvider.when(factors.isDemanded(user) || factors.isActive(userId));
    }

    /** The code of the one that is asked for first, empty for none. */
    String defaultProvider(long userId) {
        return providers(userId).stream()
                .map(SecondFactorProvider::code)
                .findFirst()
                .orElse("");
    }

    List<SecondFactorProvider> toActivate(long userId) {
        return toActivate(users.manageable(userId));
    }

    void reset(long userId) {
        setup.reset(userId);
    }

    private List<SecondFactorProvider> toActivate(AdminUser user) {
        return SecondFactorProvider.when(factors.isDemanded(user) && !factors.isActive(user.id()));
    }

    private static String required(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw Refusals.required(name);
        }
        return value;
    }
}
