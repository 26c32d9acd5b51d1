/** Tests of the process as people start it: the packaged service, with its own PostgreSQL and with another. */
package io.clientele.launch;
