@org.jspecify.annotations.NullMarked
package io.clientele.activity.history;
