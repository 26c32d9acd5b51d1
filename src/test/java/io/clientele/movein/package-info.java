@org.jspecify.annotations.NullMarked
package io.clientele.movein;
