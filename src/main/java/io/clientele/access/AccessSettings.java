package io.clientele.access;

import static io.clientele.store.SettingScope.DEFAULT;

import io.clientele.store.SettingDefinition;
import io.clientele.store.SettingDefinitions;
import io.clientele.store.SettingType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The settings this feature reads. */
@ApplicationScoped
public class AccessSettings implements SettingDefinitions {

    /** How long a customer's token lives, in minutes. */
    public static final SettingDefinition CUSTOMER_TOKEN_MINUTES =
            SettingDefinition.number("webapi/jwtauth/customer_expiration", 60, DEFAULT, "Customer JWT Expires In");

    /** How long an administrator's token lives, in minutes. */
    public static final SettingDefinition ADMIN_TOKEN_MINUTES =
            SettingDefinition.number("webapi/jwtauth/admin_expiration", 60, DEFAULT, "Admin User JWT Expires In");

    /** How long a customer's opaque token would live, in hours; empty for ever. Shops read it from the store's configuration. */
    public static final SettingDefinition CUSTOMER_TOKEN_HOURS = new SettingDefinition(
            "oauth/access_token_lifetime/customer",
            SettingType.DECIMAL,
            "1",
            DEFAULT,
            "Customer Token Lifetime (hours)");

    /** What tokens are signed with: HS, RS, PS or ES with 256, 384 or 512. */
    public static final SettingDefinition ALGORITHM = SettingDefinition.text(
            "webapi/jwtauth/jwt_alg", "HS256", DEFAULT, "Algorithm to sign/encrypt JWTs used for authentication");

    /** What tokens of third parties are signed with: RS, PS or ES with 256, 384 or 512, which others can check. */
    public static final SettingDefinition OAUTH2_ALGORITHM = SettingDefinition.text(
            "clientele/oauth2/signing_algorithm", "ES256", DEFAULT, "Algorithm to sign tokens of third parties");

    /** How long a session that nobody renews stays renewable, in minutes; 0 gives no refresh tokens. */
    public static final SettingDefinition REFRESH_MINUTES = SettingDefinition.number(
            "clientele/tokens/refresh_expiration", 43_200, DEFAULT, "Refresh Token Expires In (minutes)");

    /** How long a session may be renewed at all, in minutes from its sign-in. */
    public static final SettingDefinition SESSION_MINUTES = SettingDefinition.number(
            "clientele/tokens/session_lifetime", 129_600, DEFAULT, "Renewable Session Ends After (minutes)");

    /** The failure that shuts a login name out; 0 for none. */
    public static final SettingDefinition THROTTLE_FAILURES = SettingDefinition.number(
            "oauth/authentication_lock/max_failures_count", 6, DEFAULT, "Maximum Login Failures to Lock Out Account");

    /** How long a login name is shut out, in seconds. */
    public static final SettingDefinition THROTTLE_SECONDS =
            SettingDefinition.number("oauth/authentication_lock/timeout", 1800, DEFAULT, "Lockout Time (seconds)");

    /** The failure that locks a customer's account; 0 for none. */
    public static final SettingDefinition LOCK_FAILURES = SettingDefinition.number(
            "customer/password/lockout_failures", 10, DEFAULT, "Maximum Login Failures to Lockout Account");

    /** How long a customer's account is locked, in minutes. */
    public static final SettingDefinition LOCK_MINUTES =
            SettingDefinition.number("customer/password/lockout_threshold", 10, DEFAULT, "Lockout Time (minutes)");

    public static final SettingDefinition PASSWORD_LENGTH = SettingDefinition.number(
            "customer/password/minimum_password_length", 8, DEFAULT, "Minimum Password Length");

    /** Out of lower case, upper case, digits and special characters. */
    public static final SettingDefinition PASSWORD_CLASSES = SettingDefinition.number(
            "customer/password/required_character_classes_number", 3, DEFAULT, "Number of Required Character Classes");

    @Override
    public List<SettingDefinition> all() {
        return List.of(
                CUSTOMER_TOKEN_MINUTES,
                ADMIN_TOKEN_MINUTES,
                CUSTOMER_TOKEN_HOURS,
                ALGORITHM,
                OAUTH2_ALGORITHM,
                REFRESH_MINUTES,
                SESSION_MINUTES,
                THROTTLE_FAILURES,
                THROTTLE_SECONDS,
                LOCK_FAILURES,
                LOCK_MINUTES,
                PASSWORD_LENGTH,
                PASSWORD_CLASSES);
    }
}
