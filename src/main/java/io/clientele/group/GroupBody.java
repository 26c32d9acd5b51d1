package io.clientele.group;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A customer group over REST. */
@Schema(
        name = "customer-data-group-interface",
        requiredProperties = {"code", "tax_class_id"})
public record GroupBody(
        @Nullable Integer id,
        @Nullable String code,
        @Nullable Integer taxClassId,
        @Nullable String taxClassName,
        @Nullable Extension extensionAttributes) {

    /** What the contract's extension adds to a group. */
    @Schema(name = "customer-data-group-extension-interface")
    public record Extension(@Nullable List<Integer> excludeWebsiteIds) {}

    static GroupBody of(Group group) {
        List<Integer> excluded = group.excludedWebsiteIds();
        return new GroupBody(
                group.id(),
                group.code(),
                group.taxClassId(),
                group.taxClassName(),
                excluded.isEmpty() ? null : new Extension(excluded));
    }

    /** The tax class's name is shown only; what is sent for it has no effect, as in the contract. */
    GroupDraft draft() {
        Extension extension = extensionAttributes;
        return new GroupDraft(id, code, taxClassId, extension == null ? null : extension.excludeWebsiteIds());
    }
}
