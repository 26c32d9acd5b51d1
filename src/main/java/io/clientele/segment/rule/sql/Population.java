package io.clientele.segment.rule.sql;

import java.util.Collection;

/** Who is judged. */
public sealed interface Population {

    record Everybody() implements Population {}

    record Customers(Collection<Long> ids) implements Population {}

    record Visitor(long visitorId) implements Population {}
}
