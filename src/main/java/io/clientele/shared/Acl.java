package io.clientele.shared;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The ACL resource an operation demands. Every REST operation has one; one without is refused for everybody and fails
 * the authorisation matrix test. Over GraphQL the operations of administrators have one; those of the storefront decide
 * for themselves, in the contract's words.
 *
 * <p>The framework's {@code @PermissionsAllowed} cannot carry the contract's names: it takes a colon as its own
 * separator between a permission and its actions.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Acl {

    /** Anyone, signed in or not. */
    String ANONYMOUS = "anonymous";

    /** A customer, for what is the customer's own. */
    String SELF = "self";

    /** Any administrator, whatever the role. */
    String ANY_ADMIN = "Magento_Backend::admin";

    String value();
}
