package io.clientele.store.directory;

import static io.clientele.store.SettingScope.DEFAULT;
import static io.clientele.store.SettingScope.STORES;
import static io.clientele.store.SettingScope.WEBSITES;

import io.clientele.store.SettingDefinition;
import io.clientele.store.SettingDefinitions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The settings this feature reads. */
@ApplicationScoped
public class DirectorySettings implements SettingDefinitions {

    /** The countries addresses may lie in; an empty list lets all of them in. */
    public static final SettingDefinition ALLOWED = SettingDefinition.list(
            "general/country/allow",
            "AF,AL,DZ,AS,AD,AO,AI,AQ,AG,AR,AM,AW,AU,AT,AX,AZ,BS,BH,BD,BB,"
                    + "BY,BE,BZ,BJ,BM,BL,BT,BO,BQ,BA,BW,BV,BR,IO,VG,BN,BG,BF,BI,KH,"
                    + "CM,CA,CD,CV,KY,CF,TD,CL,CN,CX,CW,CC,CO,KM,CG,CK,CR,HR,CU,CY,"
                    + "CZ,DK,DJ,DM,DO,EC,EG,SV,GQ,ER,EE,ET,FK,FO,FJ,FI,FR,GF,PF,TF,"
                    + "GA,GM,GE,DE,GG,GH,GI,GR,GL,GD,GP,GU,GT,GN,GW,GY,HT,HM,HN,HK,"
                    + "HU,IS,IM,IN,ID,IR,IQ,IE,IL,IT,CI,JE,JM,JP,JO,KZ,KE,KI,KW,KG,"
                    + "LA,LV,LB,LS,LR,LY,LI,LT,LU,ME,MF,MO,MK,MG,MW,MY,MV,ML,MT,MH,"
                    + "MQ,MR,MU,YT,FX,MX,FM,MD,MC,MN,MS,MA,MZ,MM,NA,NR,NP,NL,AN,NC,"
                    + "NZ,NI,NE,NG,NU,NF,KP,MP,NO,OM,PK,PW,PA,PG,PY,PE,PH,PN,PL,PS,"
                    + "PT,PR,QA,RE,RO,RS,RU,RW,SH,KN,LC,PM,VC,WS,SM,ST,SA,SN,SC,SL,"
                    + "SG,SK,SI,SB,SO,ZA,GS,KR,ES,LK,SD,SR,SJ,SZ,SE,CH,SX,SY,TL,TW,"
                    + "TJ,TZ,TH,TG,TK,TO,TT,TN,TR,TM,TC,TV,VI,UG,UA,AE,GB,US,UM,UY,"
                    + "UZ,VU,VA,VE,VN,WF,EH,XK,YE,ZM,ZW",
            WEBSITES,
            "Allow Countries");

    /** The country an address form starts with. */
    public static final SettingDefinition DEFAULT_COUNTRY =
            SettingDefinition.text("general/country/default", "US", STORES, "Default Country");

    public static final SettingDefinition OPTIONAL_POSTCODE = SettingDefinition.list(
            "general/country/optional_zip_countries", "HK,IE,MO,PA,GB", DEFAULT, "Zip/Postal Code is Optional for");

    /**
     * The countries whose addresses need a region. By default those with a published list, those the contract always
     * names, and those of the further lists where the postal data ask for the region.
     */
    public static final SettingDefinition REGION_REQUIRED = SettingDefinition.list(
            "general/region/state_required",
            "AD,AT,AU,BR,CA,CH,CN,DE,EE,ES,FI,FR,HK,IN,IT,JM,JP,KN,KR,KY," + "LT,LV,MX,NR,RO,SO,SV,TW,US,VE",
            DEFAULT,
            "State is Required for");

    /** Whether a form offers the region where it is not required. */
    public static final SettingDefinition REGION_SHOWN = SettingDefinition.flag(
            "general/region/display_all", true, DEFAULT, "Allow to Choose State if It is Optional for Country");

    /**
     * Whether a postcode that does not look like one of its country is refused. Off, because the contract asks only
     * that there is one, and customers moved from elsewhere bring addresses that were fine there.
     */
    public static final SettingDefinition CHECK_POSTCODE = SettingDefinition.flag(
            "clientele/address/check_postcode", false, WEBSITES, "Refuse postcodes that do not fit their country");

    @Override
    public List<SettingDefinition> all() {
        return List.of(ALLOWED, DEFAULT_COUNTRY, OPTIONAL_POSTCODE, REGION_REQUIRED, REGION_SHOWN, CHECK_POSTCODE);
    }
}
