package io.clientele.customer;

/** What signing in needs to know of a customer. */
record Account(long id, int websiteId, int groupId, boolean confirmed) {}
