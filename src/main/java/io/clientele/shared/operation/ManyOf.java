package io.clientele.shared.operation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a public method of a resource that does for many requests what an operation of the same resource does for one: it
 * takes a list of the records that the operation takes, and answers a list with a {@link OneOfMany} for each, in their order.
 * It runs in one transaction and in one request context, since all of them came in one request. What each leaves behind is
 * what the operation would have left; what it does not do for one of them, the operation does.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface ManyOf {

    /** The name of the method that does it for one. */
    String value();
}
