package io.clientele.access;

import java.util.List;

/**
 * A way to make codes, as the contract lists them.
 *
 * @param code how settings and routes name it
 * @param isResetAllowed whether an administrator can take it away from another one
 */
public record SecondFactorProvider(boolean isEnabled, String code, String name, boolean isResetAllowed) {

    private static final List<SecondFactorProvider> GOOGLE =
            List.of(new SecondFactorProvider(true, SecondFactors.PROVIDER, "Google Authenticator", true));

    static List<SecondFactorProvider> when(boolean some) {
        return some ? GOOGLE : List.of();
    }
}
