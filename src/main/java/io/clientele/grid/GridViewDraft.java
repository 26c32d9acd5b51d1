package io.clientele.grid;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A view as somebody sends it. Null means "not supplied": the default on creating, what was there on changing. */
public record GridViewDraft(
        @Nullable String name,
        @Nullable List<String> columns,
        @Nullable List<GridView.Filter> filters,
        @Nullable String search,
        @Nullable List<GridView.Sort> sort,
        @Nullable Integer pageSize,
        @Nullable Boolean shared,
        @Nullable Boolean isDefault) {

    /** Whether it says nothing but whether the view is the caller's first choice. */
    boolean onlyChooses() {
        return isDefault != null
                && name == null
                && columns == null
                && filters == null
                && search == null
                && sort == null
                && pageSize == null
                && shared == null;
    }
}
