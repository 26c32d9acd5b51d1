package io.clientele.grid;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A saved view as REST shows and takes it; {@code id} and {@code owner_id} are shown only. */
@Schema(name = "customer-grid-view")
public record GridViewBody(
        @Nullable Long id,
        @Nullable Long ownerId,
        @Nullable String name,
        @Nullable List<String> columns,
        @Nullable List<GridView.Filter> filters,
        @Nullable String search,
        @Nullable List<GridView.Sort> sort,
        @Nullable Integer pageSize,
        @Nullable Boolean isShared,
        @Nullable Boolean isDefault) {

    static GridViewBody of(GridView view) {
        return new GridViewBody(
                view.id(),
                view.ownerId(),
                view.name(),
                view.columns(),
                view.filters(),
                view.search(),
                view.sort(),
                view.pageSize(),
                view.shared(),
                view.isDefault());
    }

    GridViewDraft draft() {
        return new GridViewDraft(name, columns, filters, search, sort, pageSize, isShared, isDefault);
    }
}
