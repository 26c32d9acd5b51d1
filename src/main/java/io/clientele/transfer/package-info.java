/**
 * Files of customers and addresses with the contract's columns: taking them over, checked first and part by part, and writing
 * them. Does not own the customers, nor what becomes of a row once it is understood.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.transfer;
