/** Tests of what is done to many customers at a time. */
@org.jspecify.annotations.NullMarked
package io.clientele.massaction;
