package io.clientele.attribute;

import io.clientele.shared.Refusal;
import io.clientele.store.SettingDefinition;
import io.clientele.store.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a website makes of the built-in attributes, by its settings: which it shows, which it demands, what to choose. */
@ApplicationScoped
public class BuiltInParts {

    private static final String OPTIONAL = "opt";
    private static final String REQUIRED = "req";

    private final Attributes attributes;
    private final Settings settings;

    @Inject
    BuiltInParts(Attributes attributes, Settings settings) {
        this.attributes = attributes;
        this.settings = settings;
    }

    /** Whether the website demands the part with the attribute's code. */
    public boolean isDemanded(String code, int websiteId) {
        return word(code, websiteId).equals(REQUIRED);
    }

    /**
     * What is missing of a customer or address.
     *
     * @param parts whether there is a value, by the attribute's code
     * @return a refusal for each part that the website demands and that has none
     */
    public List<Refusal> missing(AttributeOwner owner, Map<String, Boolean> parts, int websiteId) {
        List<Refusal> missing = new ArrayList<>();
        for (Attribute attribute : attributes.all(owner)) {
            if (!parts.getOrDefault(attribute.code(), true) && isDemanded(attribute.code(), websiteId)) {
                missing.add(AttributeRefusals.required(attribute.label().fallback()));
            }
        }
        return missing;
    }

    boolean required(Attribute attribute, int websiteId) {
        return switch (attribute.userDefined() ? "" : word(attribute.code(), websiteId)) {
            case REQUIRED -> true;
            case OPTIONAL -> false;
            default -> attribute.requiredIn(websiteId);
        };
    }

    boolean visible(Attribute attribute, int websiteId) {
        return attribute.visibleIn(websiteId)
                || (!attribute.userDefined() && Set.of(REQUIRED, OPTIONAL).contains(word(attribute.code(), websiteId)));
    }

    /** How many lines a value may have; 0 where lines do not matter. */
    int lines(Attribute attribute, int websiteId) {
        return attribute.userDefined() || !attribute.code().equals("street")
                ? attribute.multilineCount()
                : settings.number(BuiltInSettings.STREET_LINES, websiteId);
    }

    /** What the website offers for a part of the name; nothing where any text will do. A leading semicolon offers none. */
    List<AttributeMetadata.Option> choices(SettingDefinition which, int websiteId) {
        String list = settings.text(which, websiteId).strip();
        List<AttributeMetadata.Option> choices = new ArrayList<>();
        if (!list.isEmpty()) {
            for (String choice : list.split(";", -1)) {
                choices.add(new AttributeMetadata.Option(choice.strip(), choice.strip(), false));
            }
        }
        return choices;
    }

    private String word(String code, int websiteId) {
        if (code.equals("middlename")) {
            return settings.flag(BuiltInSettings.MIDDLENAME, websiteId) ? OPTIONAL : "";
        }
        SettingDefinition shown = BuiltInSettings.SHOWN.get(code);
        return shown == null ? "" : settings.text(shown, websiteId);
    }
}
