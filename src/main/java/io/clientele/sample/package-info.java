/**
 * Fills a database for people who try the service: the sample shop of {@code run --sample} and the public data sets of
 * {@code load}. Stands outside the line of features: nobody imports it. Does not own how anything is stored; what it
 * makes goes through the features' services.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.sample;
