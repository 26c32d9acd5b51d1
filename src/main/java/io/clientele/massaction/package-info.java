/**
 * What administrators do to many customers at a time, as jobs that can be watched, cancelled and taken back. Owns whom it is
 * done to and what they were like before; what is done belongs to the features whose it is.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.massaction;
