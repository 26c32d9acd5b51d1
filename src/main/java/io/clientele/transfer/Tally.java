package io.clientele.transfer;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts what rows name, and what of it is here. */
final class Tally {

    private final Map<String, Counted> all = new LinkedHashMap<>();

    /** @param before what has been counted already */
    Tally(Collection<Counted> before) {
        before.forEach(this::add);
    }

    private void add(Counted counted) {
        all.merge(counted.key(), counted, Counted::plus);
    }

    void named(String thing, String website, String detail) {
        add(new Counted(thing, website, detail, 1, 0, null, null));
    }

    void found(String thing, String website, String detail) {
        add(new Counted(thing, website, detail, 0, 1, null, null));
    }

    /** The same for things that come to an amount, or for many of them. */
    void named(String thing, String website, String detail, long number, @Nullable BigDecimal total) {
        add(new Counted(thing, website, detail, number, 0, total, null));
    }

    void found(String thing, String website, String detail, long number, @Nullable BigDecimal total) {
        add(new Counted(thing, website, detail, 0, number, null, total));
    }

    List<Counted> all() {
        return List.copyOf(all.values());
    }
}
