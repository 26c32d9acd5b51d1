/**
 * Moving in from another shop of the contract: its files are recognised, looked at together, taken over one behind the other, and
 * counted on both sides. Owns which files belong to which move and the report; how a file is taken over belongs to {@code transfer}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.movein;
