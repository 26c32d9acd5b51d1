/** Owns customer groups and which group is the default one of a store. Does not own who is in them. */
@org.jspecify.annotations.NullMarked
package io.clientele.group;
