package io.clientele.tax;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A tax class over REST. */
@Schema(
        name = "tax-data-tax-class-interface",
        requiredProperties = {"class_name", "class_type"})
public record TaxClassBody(
        @Nullable Integer classId,
        @Nullable String className,
        @Nullable String classType) {

    static TaxClassBody of(TaxClass taxClass) {
        return new TaxClassBody(taxClass.id(), taxClass.name(), taxClass.type().name());
    }

    TaxClassDraft draft() {
        return new TaxClassDraft(classId, className, classType);
    }
}
