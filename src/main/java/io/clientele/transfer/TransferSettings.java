package io.clientele.transfer;

import io.clientele.store.SettingDefinition;
import io.clientele.store.SettingDefinitions;
import io.clientele.store.SettingScope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The settings this feature reads. */
@ApplicationScoped
public class TransferSettings implements SettingDefinitions {

    /** For how many days after its end the file of an import is kept; 0 to keep it no longer than the import lasts. */
    static final SettingDefinition FILE_DAYS = SettingDefinition.number(
            "clientele/retention/import_file_days",
            7,
            SettingScope.DEFAULT,
            "Days for which Files of Imports are kept");

    @Override
    public List<SettingDefinition> all() {
        return List.of(FILE_DAYS);
    }
}
