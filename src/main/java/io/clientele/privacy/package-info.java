/**
 * What people may ask about their own data: to see it, to have it forgotten, to have it kept and not used. Owns the requests and
 * carries them out; what is kept of people is told and forgotten by the features that keep it.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.privacy;
