package io.clientele.address;

import static io.clientele.store.SettingDefinition.number;
import static io.clientele.store.SettingDefinition.text;

import io.clientele.store.SettingDefinition;
import io.clientele.store.SettingDefinitions;
import io.clientele.store.SettingScope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The settings that say what an address must have. The words are {@code opt}, {@code req} or empty for "not shown". */
@ApplicationScoped
public class AddressSettings implements SettingDefinitions {

    static final SettingDefinition TELEPHONE =
            text("customer/address/telephone_show", "req", SettingScope.WEBSITES, "Show Telephone");
    static final SettingDefinition COMPANY =
            text("customer/address/company_show", "opt", SettingScope.WEBSITES, "Show Company");
    static final SettingDefinition FAX = text("customer/address/fax_show", "", SettingScope.WEBSITES, "Show Fax");
    static final SettingDefinition STREET_LINES =
            number("customer/address/street_lines", 2, SettingScope.WEBSITES, "Number of Lines in a Street Address");

    @Override
    public List<SettingDefinition> all() {
        return List.of(TELEPHONE, COMPANY, FAX, STREET_LINES);
    }
}
