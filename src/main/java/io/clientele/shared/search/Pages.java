package io.clientele.shared.search;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A list page after page, so that it may be longer than the memory. The first page is read at once. */
public final class Pages<T> {

    private final Function<String, SearchResults<T>> pages;
    private final SearchResults<T> first;

    /** @param pages the page that begins at a place, the empty text being the beginning */
    public Pages(Function<String, SearchResults<T>> pages) {
        this.pages = pages;
        this.first = pages.apply("");
    }

    /** Takes an item. */
    @FunctionalInterface
    public interface Taker<T, X extends Exception> {

        void take(T item) throws X;
    }

    /** Hands every item over in order. */
    public <X extends Exception> void forEach(Taker<? super T, X> taker) throws X {
        @Nullable SearchResults<T> page = first;
        while (page != null) {
            for (T item : page.items()) {
                taker.take(item);
            }
            page = page.next() == null ? null : pages.apply(page.next());
        }
    }
}
