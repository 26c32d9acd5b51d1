package io.clientele.shared.operation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says that an operation sent over async or bulk is not carried out as most are: see {@link Way#TOGETHER}. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Deferral {

    Way value();

    /** The reason, in a few words. */
    String why();

    /** How an operation is carried out that was sent to be carried out later. */
    enum Way {
        /** In one transaction with others and with the note that it is done: exactly once. Every operation that says nothing. */
        TOGETHER,
        /** In the transactions that its service makes, and noted as done afterwards: at least once. */
        ALONE,
        /** Not at all: its answer is a secret, it checks one, or it reads a stream. */
        NEVER
    }
}
