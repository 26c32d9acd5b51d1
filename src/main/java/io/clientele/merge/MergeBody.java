package io.clientele.merge;

import io.clientele.customer.MergedField;
import io.clientele.customer.MergedField.Side;
import io.clientele.shared.Refusals;
import io.clientele.shared.ShownTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Merges as REST takes and shows them. */
public final class MergeBody {

    private MergeBody() {}

    /**
     * What is to be merged.
     *
     * @param survivorId the account that stays
     * @param mergedId the account that becomes part of it
     * @param version that of a preview: if the merge would come to anything else by now, it is refused
     */
    @Schema(name = "customer-merge-request")
    public record RequestBody(
            @Nullable Long survivorId,
            @Nullable Long mergedId,
            @Nullable List<ChoiceBody> choices,
            @Nullable String version) {

        MergeRequest request() {
            Map<String, Side> chosen = new LinkedHashMap<>();
            if (choices != null) {
                choices.forEach(each -> chosen.put(each.name(), each.side()));
            }
            return new MergeRequest(
                    demanded("survivor_id", survivorId), demanded("merged_id", mergedId), chosen, version);
        }

        private static long demanded(String name, @Nullable Long id) {
            if (id == null) {
                throw Refusals.required(name);
            }
            return id;
        }
    }

    /**
     * Whose value of a field counts, where the rule would say otherwise.
     *
     * @param field as in a preview
     * @param take {@code survivor} or {@code merged}
     */
    @Schema(name = "customer-merge-choice")
    public record ChoiceBody(
            @Nullable String field, @Nullable String take) {

        String name() {
            if (field == null || field.isBlank()) {
                throw Refusals.required("field");
            }
            return field;
        }

        Side side() {
            for (Side side : Side.values()) {
                if (side.word().equals(take == null ? "" : take.toLowerCase(Locale.ROOT))) {
                    return side;
                }
            }
            throw Refusals.invalidValue("take", String.valueOf(take));
        }
    }

    /**
     * What a field becomes.
     *
     * @param taken {@code survivor} or {@code merged}
     * @param rule {@code survivor}, {@code survivor_unless_empty}, {@code earlier} or {@code chosen}
     */
    @Schema(name = "customer-merge-field")
    public record FieldBody(
            String name,
            @Nullable String survivorValue,
            @Nullable String mergedValue,
            @Nullable String value,
            String taken,
            String rule) {

        static FieldBody of(MergedField field) {
            return new FieldBody(
                    field.name(),
                    field.survivor(),
                    field.merged(),
                    field.value(),
                    field.taken().word(),
                    field.rule().word());
        }
    }

    /**
     * What becomes of one kind of thing.
     *
     * @param moved how many belong to the account that stays from then on
     * @param changed how many of that account's own are changed
     * @param kept how many are not taken over, and come back when the merge is undone
     * @param ended how many end
     */
    @Schema(name = "customer-merge-part")
    public record PartBody(String name, int moved, int changed, int kept, int ended) {

        static PartBody of(MergedPart part) {
            return new PartBody(part.name(), part.moved(), part.changed(), part.kept(), part.ended());
        }
    }

    /** What a merge would come to. */
    @Schema(name = "customer-merge-preview")
    public record PreviewBody(
            long survivorId, long mergedId, String version, List<FieldBody> fields, List<PartBody> parts) {

        static PreviewBody of(MergePreview preview) {
            return new PreviewBody(
                    preview.survivorId(),
                    preview.mergedId(),
                    preview.version(),
                    MergeBody.fields(preview),
                    MergeBody.parts(preview));
        }
    }

    private static List<FieldBody> fields(MergePreview preview) {
        return preview.fields().stream().map(FieldBody::of).toList();
    }

    private static List<PartBody> parts(MergePreview preview) {
        return preview.parts().stream().map(PartBody::of).toList();
    }

    /** A merge. */
    @Schema(name = "customer-merge")
    public record ListedBody(
            long id,
            long survivorId,
            long mergedId,
            int websiteId,
            String mergedAt,
            String undoableUntil,
            @Nullable String undoneAt,
            boolean isUndoable) {

        static ListedBody of(Merge merge) {
            return new ListedBody(
                    merge.id(),
                    merge.survivorId(),
                    merge.mergedId(),
                    merge.websiteId(),
                    ShownTime.of(merge.mergedAt()),
                    ShownTime.of(merge.undoableUntil()),
                    merge.undoneAt() == null ? null : ShownTime.of(merge.undoneAt()),
                    merge.undoable());
        }
    }

    /** A merge, and what it came to. */
    @Schema(name = "customer-merge-result")
    public record ResultBody(
            long id,
            long survivorId,
            long mergedId,
            String mergedAt,
            String undoableUntil,
            List<FieldBody> fields,
            List<PartBody> parts) {

        static ResultBody of(CompletedMerge done) {
            return new ResultBody(
                    done.merge().id(),
                    done.merge().survivorId(),
                    done.merge().mergedId(),
                    ShownTime.of(done.merge().mergedAt()),
                    ShownTime.of(done.merge().undoableUntil()),
                    MergeBody.fields(done.outcome()),
                    MergeBody.parts(done.outcome()));
        }
    }

    /**
     * Something that was not given back.
     *
     * @param part what it is; {@code account} for a field
     * @param what the field, or what the row is known by
     * @param reason {@code changed}, {@code gone} or {@code in_the_way}
     */
    @Schema(name = "customer-merge-left")
    public record LeftBody(String part, String what, String reason) {

        static LeftBody of(LeftBehind left) {
            return new LeftBody(left.part(), left.what(), left.reason().word());
        }
    }

    /** A merge that was undone, and what could not be given back. */
    @Schema(name = "customer-merge-undone")
    public record UndoneBody(ListedBody merge, List<LeftBody> left) {

        static UndoneBody of(UndoneMerge undone) {
            return new UndoneBody(
                    ListedBody.of(undone.merge()),
                    undone.left().stream().map(LeftBody::of).toList());
        }
    }
}
