package io.clientele.transfer;

import io.clientele.attribute.Attribute;
import io.clientele.attribute.AttributeOwner;
import io.clientele.attribute.Attributes;
import io.clientele.shared.Refusal;
import io.clientele.store.StoreView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the column that a refusal of customers or addresses is about: they name the field, or begin with its label. */
@ApplicationScoped
class FaultColumns {

    private static final String FIELD = "fieldName";

    private final Attributes attributes;

    @Inject
    FaultColumns(Attributes attributes) {
        this.attributes = attributes;
    }

    /** @param prefix what the owner's columns begin with in the file */
    BadCell bad(AttributeOwner owner, String prefix, Refusal refusal) {
        Refusal reason = refusal.errors().isEmpty() ? refusal : refusal.errors().getFirst();
        String column = column(owner, reason);
        return new BadCell(column == null ? null : prefix + column, reason);
    }

    private @Nullable String column(AttributeOwner owner, Refusal reason) {
        if (reason.parameters() instanceof Map<?, ?> named && named.get(FIELD) instanceof String field) {
            return field.replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
        }
        String words = reason.rendered().replace("\"", "");
        return attributes.all(owner).stream()
                .filter(attribute -> !label(attribute).isBlank() && words.startsWith(label(attribute)))
                .max(Comparator.comparingInt(attribute -> label(attribute).length()))
                .map(Attribute::code)
                .orElse(null);
    }

    private static String label(Attribute attribute) {
        return attribute.label().in(StoreView.ADMIN);
    }
}
