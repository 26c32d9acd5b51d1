/**
 * The administrator's grid of customers: its columns, saved views of them, and edits in a row. Does not own the customers
 * it shows nor how they are found: {@code customer} does.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.grid;
