package io.clientele.assistance;

/**
 * A one-time code as it is kept.
 *
 * @param adminId whose it is
 * @param hash its SHA-256 in hexadecimal
 * @param reason why it was asked for
 */
record OneTimeCode(long adminId, String hash, String reason) {}
