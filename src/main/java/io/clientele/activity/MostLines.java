package io.clientele.activity;

import io.clientele.store.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How many lines a fact may have. */
@ApplicationScoped
class MostLines {

    private final Settings settings;

    @Inject
    MostLines(Settings settings) {
        this.settings = settings;
    }

    /** The lines, which must be there; nothing of more than the setting allows. */
    <T> List<T> of(FactFields fields, String field, @Nullable List<T> sent) {
        int most = Math.max(1, settings.number(ActivitySettings.MOST_LINES));
        return fields.list(field, fields.given(field, sent, List.of()), most);
    }
}
