package io.clientele.shared.rest;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that a PUT or DELETE changes nothing that has a version, such as a check or a password. Every other one asks the
 * {@link io.clientele.shared.ExpectedVersion} in its service and takes {@code If-Match}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Unversioned {}
