@org.jspecify.annotations.NullMarked
package io.clientele.shared.person;
