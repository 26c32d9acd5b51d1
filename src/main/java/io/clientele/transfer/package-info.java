/**
 * Files with the contract's columns, of customers, addresses, balances, groups, tier prices and orders: taking them over, checked first and
 * part by part, and writing those of customers. Does not own what becomes of a row once it is understood.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.transfer;
