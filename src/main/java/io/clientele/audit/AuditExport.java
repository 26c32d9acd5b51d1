package io.clientele.audit;

import io.clientele.shared.search.SearchResults;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Entries page after page, so that the log may be longer than the memory. The first page is read at once. */
public final class AuditExport {

    private final Function<String, SearchResults<AuditEntry>> pages;
    private final SearchResults<AuditEntry> first;

    /** @param pages the page that begins at a place, the empty text being the beginning */
    AuditExport(Function<String, SearchResults<AuditEntry>> pages) {
        this.pages = pages;
        this.first = pages.apply("");
    }

    /** Takes an entry. */
    @FunctionalInterface
    public interface Taker<X extends Exception> {

        void take(AuditEntry entry) throws X;
    }

    /** Hands every entry over in order. */
    public <X extends Exception> void forEach(Taker<X> taker) throws X {
        @Nullable SearchResults<AuditEntry> page = first;
        while (page != null) {
            for (AuditEntry entry : page.items()) {
                taker.take(entry);
            }
            page = page.next() == null ? null : pages.apply(page.next());
        }
    }
}
