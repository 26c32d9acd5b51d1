/**
 * A key for each person, under which their values are kept where they cannot be taken out again: erasing the person
 * destroys the key. Owns the keys, not what is sealed with them. And what features that keep something of people tell them
 * and forget ({@link io.clientele.shared.person.PersonData}), with the history of what people agreed to.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.shared.person;
