package io.clientele.attribute;

import static io.clientele.store.SettingDefinition.flag;
import static io.clientele.store.SettingDefinition.number;
import static io.clientele.store.SettingDefinition.text;

import io.clientele.store.SettingDefinition;
import io.clientele.store.SettingDefinitions;
import io.clientele.store.SettingScope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The settings that say which built-in attributes a website shows and demands. The words are {@code opt} for shown,
 * {@code req} for shown and demanded, and empty, which leaves the attribute as the contract describes it.
 */
@ApplicationScoped
public class BuiltInSettings implements SettingDefinitions {

    /** How many lines a street may have, from 1 to 20. */
    public static final SettingDefinition STREET_LINES =
            number("customer/address/street_lines", 2, SettingScope.WEBSITES, "Number of Lines in a Street Address");

    static final SettingDefinition MIDDLENAME =
            flag("customer/address/middlename_show", false, SettingScope.WEBSITES, "Show Middle Name (initial)");
    static final SettingDefinition PREFIX_OPTIONS = options("prefix", "Prefix Dropdown Options");
    static final SettingDefinition SUFFIX_OPTIONS = options("suffix", "Suffix Dropdown Options");

    /** By the code of the attribute. */
    static final Map<String, SettingDefinition> SHOWN = Map.of(
            "telephone", shown("telephone", "req", "Show Telephone"),
            "company", shown("company", "opt", "Show Company"),
            "fax", shown("fax", "", "Show Fax"),
            "prefix", shown("prefix", "", "Show Prefix"),
            "suffix", shown("suffix", "", "Show Suffix"),
            "dob", shown("dob", "", "Show Date of Birth"),
            "gender", shown("gender", "", "Show Gender"),
            "taxvat", shown("taxvat", "", "Show Tax/VAT Number"));

    private static SettingDefinition shown(String code, String byDefault, String label) {
        return text("customer/address/" + code + "_show", byDefault, SettingScope.WEBSITES, label);
    }

    private static SettingDefinition options(String code, String label) {
        return text("customer/address/" + code + "_options", "", SettingScope.WEBSITES, label);
    }

    @Override
    public List<SettingDefinition> all() {
        List<SettingDefinition> all = new ArrayList<>(SHOWN.values());
        all.addAll(List.of(STREET_LINES, MIDDLENAME, PREFIX_OPTIONS, SUFFIX_OPTIONS));
        return all;
    }
}
