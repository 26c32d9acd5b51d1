/** Tests of merging two customers. */
@org.jspecify.annotations.NullMarked
package io.clientele.merge;
