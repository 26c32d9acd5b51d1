package io.clientele.shared.json;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How large the body of an operation may be whose parameters are this record; without it {@link BodyReader#LARGEST}. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface BodyLimit {

    /** Bytes. */
    int value();
}
