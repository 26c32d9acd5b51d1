package io.clientele.shared.idempotency;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An operation that takes an {@code Idempotency-Key}: a POST or a mutation that makes something. Never on one that
 * answers a token or a secret, since its answer would be kept, and not on one that checks a password, since failures
 * must stay counted when the rest is taken back. Under a key the whole operation is one transaction.
 */
@Documented
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Idempotent {

    /** The header. */
    String HEADER = "Idempotency-Key";

    /** The header of an answer that was given before. */
    String REPLAYED = "Idempotent-Replayed";
}
