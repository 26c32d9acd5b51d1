/** Customers' sessions: begun with a token that renews them, shown, and ended one by one. */
@NullMarked
package io.clientele.customer.session;

import org.jspecify.annotations.NullMarked;
