/**
 * A key for each person, under which their values are kept where they cannot be taken out again: erasing the person
 * destroys the key. Owns the keys, not what is sealed with them.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.shared.person;
