package io.clientele.tax.vat;

import static io.clientele.store.SettingScope.DEFAULT;
import static io.clientele.store.SettingScope.STORES;
import static io.clientele.store.SettingScope.WEBSITES;

import io.clientele.store.SettingDefinition;
import io.clientele.store.SettingDefinitions;
import io.clientele.store.SettingType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The settings of the automatic assignment to groups by VAT number. */
@ApplicationScoped
public class VatSettings implements SettingDefinitions {

    static final SettingDefinition AUTOMATIC = SettingDefinition.flag(
            "customer/create_account/auto_group_assign",
            false,
            STORES,
            "Enable Automatic Assignment to Customer Group");

    /** {@code billing} or {@code shipping}: which default address decides. */
    static final SettingDefinition ADDRESS = SettingDefinition.text(
            "customer/create_account/tax_calculation_address_type", "billing", STORES, "Tax Calculation Based On");

    static final SettingDefinition DOMESTIC =
            group("customer/create_account/viv_domestic_group", "Group for Valid VAT ID - Domestic");
    static final SettingDefinition INTRA_UNION =
            group("customer/create_account/viv_intra_union_group", "Group for Valid VAT ID - Intra-Union");
    static final SettingDefinition INVALID =
            group("customer/create_account/viv_invalid_group", "Group for Invalid VAT ID");
    static final SettingDefinition ERROR = group("customer/create_account/viv_error_group", "Validation Error Group");

    /** Whether a number is asked about whenever its address is written, although its answer is known. */
    static final SettingDefinition EACH_TIME = SettingDefinition.flag(
            "customer/create_account/viv_on_each_transaction", false, STORES, "Validate on Each Transaction");

    /** Whether new customers keep their group whatever their VAT number. */
    public static final SettingDefinition OPTED_OUT = SettingDefinition.flag(
            "customer/create_account/viv_disable_auto_group_assign_default",
            false,
            DEFAULT,
            "Default Value for Disable Automatic Group Changes Based on VAT ID");

    static final SettingDefinition UNION = SettingDefinition.list(
            "general/country/eu_countries",
            "AT,BE,BG,CY,CZ,DK,EE,FI,FR,DE,GR,HR,HU,IE,IT,LV,LT,LU,MT,NL,PL,PT,RO,SK,SI,ES,SE",
            DEFAULT,
            "European Union Countries");

    static final SettingDefinition MERCHANT_COUNTRY =
            SettingDefinition.text("general/store_information/country_id", "", WEBSITES, "Country");
    static final SettingDefinition MERCHANT_NUMBER =
            SettingDefinition.text("general/store_information/merchant_vat_number", "", WEBSITES, "VAT Number");

    private static SettingDefinition group(String path, String label) {
        return new SettingDefinition(path, SettingType.INT, "", STORES, label);
    }

    /** The settings that hold the id of a group; empty for the default group. */
    public static List<SettingDefinition> groups() {
        return List.of(DOMESTIC, INTRA_UNION, INVALID, ERROR);
    }

    @Override
    public List<SettingDefinition> all() {
        return List.of(
                AUTOMATIC,
                ADDRESS,
                DOMESTIC,
                INTRA_UNION,
                INVALID,
                ERROR,
                EACH_TIME,
                OPTED_OUT,
                UNION,
                MERCHANT_COUNTRY,
                MERCHANT_NUMBER);
    }
}
