package io.clientele.merge;

import io.clientele.customer.MergedField;
import io.clientele.customer.admin.AdminCustomerInputs;
import io.clientele.shared.ShownTime;
import jakarta.json.bind.annotation.JsonbProperty;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** Merges as administrators see and send them over GraphQL. */
public final class AdminMergeNodes {

    private AdminMergeNodes() {}

    /** Which customer becomes part of which. */
    @Name("AdminCustomerMergeInput")
    @NullUnmarked
    public static class MergeInput {
        @Id
        @JsonbProperty("survivor_id")
        public @NonNull String survivorId;

        @Id
        @JsonbProperty("merged_id")
        public @NonNull String mergedId;

        public @Nullable List<@NonNull Choice> choices;

        MergeRequest request(@Nullable String version) {
            Map<String, MergedField.Side> chosen = new LinkedHashMap<>();
            if (choices != null) {
                choices.forEach(each -> chosen.put(each.field, MergedField.Side.valueOf(each.take.name())));
            }
            return new MergeRequest(
                    AdminCustomerInputs.number("survivor_id", survivorId),
                    AdminCustomerInputs.number("merged_id", mergedId),
                    chosen,
                    version);
        }
    }

    /** Whose value of a field counts, where the rule would say otherwise. */
    @Name("AdminCustomerMergeChoiceInput")
    @NullUnmarked
    public static class Choice {
        public @NonNull String field;
        public @NonNull Side take;
    }

    /** One of the two accounts. */
    @Name("AdminCustomerMergeSide")
    public enum Side {
        SURVIVOR,
        MERGED;

        static Side of(MergedField.Side side) {
            return valueOf(side.name());
        }
    }

    /** What a field becomes. */
    @Name("AdminCustomerMergeField")
    public record FieldNode(
            @NonNull String name,
            @Nullable @Name("survivor_value") String survivorValue,
            @Nullable @Name("merged_value") String mergedValue,
            @Nullable String value,
            @NonNull Side taken,
            @NonNull String rule) {}

    /** What becomes of one kind of thing. */
    @Name("AdminCustomerMergePart")
    public record PartNode(
            @NonNull String name,
            @NonNull Integer moved,
            @NonNull Integer changed,
            @NonNull Integer kept,
            @NonNull Integer ended) {}

    /** What a merge would come to. */
    @Name("AdminCustomerMergePreview")
    public record PreviewNode(
            @NonNull String version,
            @NonNull List<@NonNull FieldNode> fields,
            @NonNull List<@NonNull PartNode> parts) {

        static PreviewNode of(MergePreview preview) {
            return new PreviewNode(
                    preview.version(),
                    preview.fields().stream()
                            .map(each -> new FieldNode(
                                    each.name(),
                                    each.survivor(),
                                    each.merged(),
                                    each.value(),
                                    Side.of(each.taken()),
                                    each.rule().word()))
                            .toList(),
                    preview.parts().stream()
                            .map(each ->
                                    new PartNode(each.name(), each.moved(), each.changed(), each.kept(), each.ended()))
                            .toList());
        }
    }

    /** A merge. */
    @Name("AdminCustomerMerge")
    public record MergeNode(
            @Id @NonNull String id,
            @Id @NonNull @Name("survivor_id") String survivorId,
            @Id @NonNull @Name("merged_id") String mergedId,
            @NonNull @Name("merged_at") String mergedAt,
            @NonNull @Name("undoable_until") String undoableUntil,
            @Nullable @Name("undone_at") String undoneAt) {

        static MergeNode of(Merge merge) {
            return new MergeNode(
                    Long.toString(merge.id()),
                    Long.toString(merge.survivorId()),
                    Long.toString(merge.mergedId()),
                    ShownTime.of(merge.mergedAt()),
                    ShownTime.of(merge.undoableUntil()),
                    merge.undoneAt() == null ? null : ShownTime.of(merge.undoneAt()));
        }
    }

    /** Something that was not given back. */
    @Name("AdminCustomerMergeLeft")
    public record LeftNode(
            @NonNull String part,
            @NonNull String what,
            @NonNull String reason) {}

    /** A merge that was undone. */
    @Name("AdminUndoneCustomerMerge")
    public record UndoneNode(
            @NonNull MergeNode merge, @NonNull List<@NonNull LeftNode> left) {

        static UndoneNode of(UndoneMerge undone) {
            return new UndoneNode(
                    MergeNode.of(undone.merge()),
                    undone.left().stream()
                            .map(each -> new LeftNode(
                                    each.part(), each.what(), each.reason().word()))
                            .toList());
        }
    }
}
