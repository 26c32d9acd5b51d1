package io.clientele.access;

import javax.crypto.SecretKey;

/** The secret that tokens are signed with, and the name it goes by in their headers. */
record SigningKey(String kid, SecretKey secret) {}
