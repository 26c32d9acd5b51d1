/** Tests of what fills a database for people who try the service. */
package io.clientele.sample;
