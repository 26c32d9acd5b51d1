/** Parts of SQL statements with their arguments, and the one way to run them. Does not own any table. */
@org.jspecify.annotations.NullMarked
package io.clientele.shared.sql;
