package io.clientele.attribute;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.clientele.shared.Refusals;
import io.clientele.store.Stores;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns what is sent about an attribute into the attribute it is to be, or refuses it. */
@ApplicationScoped
class AttributeDraftReader {

    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9_]*");
    private static final int LONGEST_CODE = 30;
    private static final int LONGEST_LABEL = 255;
    private static final int FEWEST_LINES = 2;
    private static final int MOST_LINES = 20;

    private final Stores stores;

    @Inject
    AttributeDraftReader(Stores stores) {
        this.stores = stores;
    }

    /** The code of a new attribute. */
    String code(AttributeOwner owner, @Nullable String code) {
        if (code == null || code.isEmpty()) {
            throw Refusals.required("attribute_code");
        }
        if (!CODE.matcher(code).matches()) {
            throw AttributeRefusals.invalidCode(code);
        }
        if (code.length() > LONGEST_CODE) {
            throw AttributeRefusals.codeTooLong(LONGEST_CODE);
        }
        if (ReservedCodes.contains(owner, code)) {
            throw AttributeRefusals.reservedCode(code);
        }
        return code;
    }

    Attribute created(AttributeOwner owner, String code, AttributeDraft draft) {
        String named = draft.input();
        if (named == null || named.isEmpty()) {
            throw Refusals.required("frontend_input");
        }
        InputType input = InputType.of(named)
                .filter(type -> type != InputType.HIDDEN)
                .orElseThrow(() -> Refusals.invalidValue("frontend_input", named));
        return changed(
                new Attribute(
                        0,
                        owner,
                        code,
                        input,
                        new Labels("", Map.of()),
                        false,
                        true,
                        Map.of(),
                        null,
                        input == InputType.MULTILINE ? FEWEST_LINES : 0,
                        0,
                        List.of(),
                        Map.of(),
                        input == InputType.DATE ? InputFilter.DATE : InputFilter.NONE,
                        List.of(),
                        new GridUse(false, false, false, GridUse.Match.PARTIAL, false),
                        false,
                        false,
                        true),
                draft);
    }

    /** The attribute with what is supplied taken in. */
    Attribute changed(Attribute old, AttributeDraft draft) {
        if (draft.input() != null && !draft.input().equals(old.input().code())) {
            throw AttributeRefusals.inputIsFixed(old.input().code());
        }
        List<AttributeOption> options = OptionDrafts.read(old, draft, this::labels);
        Attribute changed = new Attribute(
                old.id(),
                old.owner(),
                old.code(),
                old.input(),
                new Labels(
                        label(
                                "default_frontend_label",
                                draft.label(),
                                old.label().fallback()),
                        labels("frontend_labels", draft.labels(), old.label().byStore())),
                either(draft.required(), old.required()),
                either(draft.visible(), old.visible()),
                websites(draft.websites(), old.websites()),
                draft.defaultValue() == null ? old.defaultValue() : draft.defaultValue(),
                lines(old.input(), draft.multilineCount(), old.multilineCount()),
                either(draft.sortOrder(), old.sortOrder()),
                forms(old.owner(), draft.forms(), old.forms()),
                draft.rules() == null ? old.rules() : RuleDrafts.read(old.input(), draft.rules()),
                filter(old.input(), draft.filter(), old.filter()),
                options,
                grid(old.input(), draft.grid(), old.grid()),
                either(draft.usedForSegments(), old.usedForSegments()),
                false,
                true);
        return changed.withDefault(byDefault(changed));
    }

    /** A default value must be one that a customer could have; options say themselves whether they are it. */
    private static @Nullable String byDefault(Attribute attribute) {
        String given = attribute.defaultValue();
        if (given == null || given.isEmpty() || attribute.input().hasOptions()) {
            return null;
        }
        if (attribute.input().isFile()) {
            throw Refusals.invalidValue("default_value", given);
        }
        JsonNode read = ValueReader.read(
                attribute, TextNode.valueOf(given), attribute.label().fallback());
        return read == null ? null : AttributeValues.text(attribute, read);
    }

    private static <T> T either(@Nullable T sent, T old) {
        return sent == null ? old : sent;
    }

    private static String label(String name, @Nullable String sent, String old) {
        String label = sent == null ? old : sent.strip();
        if (label.isEmpty()) {
            throw Refusals.required(name);
        }
        if (label.codePointCount(0, label.length()) > LONGEST_LABEL) {
            throw Refusals.tooLong(name, LONGEST_LABEL);
        }
        return label;
    }

    /** Labels of store views; an empty one means that the view has none of its own. */
    private Map<Integer, String> labels(String name, @Nullable Map<Integer, String> sent, Map<Integer, String> old) {
        if (sent == null) {
            return old;
        }
        Map<Integer, String> labels = new java.util.TreeMap<>();
        sent.forEach((storeId, label) -> {
            known("store_id", storeId, id -> stores.findView(id).isPresent());
            if (!label.isBlank()) {
                labels.put(storeId, label(name, label, ""));
            }
        });
        return labels;
    }

    private Map<Integer, Attribute.InWebsite> websites(
            @Nullable Map<Integer, Attribute.InWebsite> sent, Map<Integer, Attribute.InWebsite> old) {
        if (sent == null) {
            return old;
        }
        sent.keySet()
                .forEach(websiteId -> known(
                        "website_id", websiteId, id -> stores.findWebsite(id).isPresent()));
        return sent;
    }

    /** A store view or website that shoppers can be in: 0 is the administration's. */
    private static void known(String name, int id, IntPredicate exists) {
        if (id == 0 || !exists.test(id)) {
            throw Refusals.invalidValue(name, id);
        }
    }

    private static int lines(InputType input, @Nullable Integer sent, int old) {
        int lines = either(sent, old);
        boolean fits = input == InputType.MULTILINE ? lines >= FEWEST_LINES && lines <= MOST_LINES : lines == 0;
        if (!fits) {
            throw Refusals.invalidValue("multiline_count", lines);
        }
        return lines;
    }

    private static List<String> forms(AttributeOwner owner, @Nullable List<String> sent, List<String> old) {
        if (sent == null) {
            return old;
        }
        sent.stream()
                .filter(form -> !AttributeForms.of(owner).contains(form))
                .findFirst()
                .ifPresent(form -> {
                    throw Refusals.invalidValue("used_in_forms", form);
                });
        return AttributeForms.of(owner).stream().filter(sent::contains).toList();
    }

    private static InputFilter filter(InputType input, @Nullable String sent, InputFilter old) {
        if (sent == null) {
            return old;
        }
        InputFilter filter = Arrays.stream(InputFilter.values())
                .filter(each -> each.code().equals(sent) || each.name().equalsIgnoreCase(sent))
                .findFirst()
                .orElseThrow(() -> Refusals.invalidValue("input_filter", sent));
        boolean fits =
                filter == InputFilter.NONE || (filter == InputFilter.DATE ? input == InputType.DATE : input.isText());
        if (!fits) {
            throw Refusals.invalidValue("input_filter", sent);
        }
        return filter;
    }

    private static GridUse grid(InputType input, AttributeDraft.Grid sent, GridUse old) {
        boolean filter = either(sent.filter(), old.filter());
        boolean search = either(sent.search(), old.search());
        if (input.isFile() && (filter || search)) {
            throw Refusals.invalidValue(filter ? "is_filterable_in_grid" : "is_searchable_in_grid", true);
        }
        boolean column = either(sent.column(), old.column());
        return new GridUse(column, column, filter, match(sent.match(), old.match()), search);
    }

    private static GridUse.Match match(@Nullable String sent, GridUse.Match old) {
        return sent == null
                ? old
                : Arrays.stream(GridUse.Match.values())
                        .filter(match -> match.name().toLowerCase(Locale.ROOT).equals(sent))
                        .findFirst()
                        .orElseThrow(() -> Refusals.invalidValue("grid_filter_condition_type", sent));
    }
}
