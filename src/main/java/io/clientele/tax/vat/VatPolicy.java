package io.clientele.tax.vat;

import io.clientele.store.SettingDefinition;
import io.clientele.store.Settings;
import io.clientele.store.StoreView;
import io.clientele.store.Stores;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** What a shop says about VAT numbers: whether they decide about groups, about which, and who asks. */
@ApplicationScoped
public class VatPolicy {

    private final Settings settings;
    private final Stores stores;

    @Inject
    VatPolicy(Settings settings, Stores stores) {
        this.settings = settings;
        this.stores = stores;
    }

    /** Whether VAT numbers decide about the groups of the store view's customers. */
    public boolean isOn(StoreView view) {
        return settings.flag(VatSettings.AUTOMATIC, view);
    }

    /** Whether they do in any store view. */
    public boolean isOnAnywhere() {
        return stores.views().stream().anyMatch(this::isOn);
    }

    /** Whether the default billing address decides, not the default shipping one. */
    public boolean countsBilling(StoreView view) {
        return !settings.text(VatSettings.ADDRESS, view).equals("shipping");
    }

    public boolean asksEachTime(StoreView view) {
        return settings.flag(VatSettings.EACH_TIME, view);
    }

    /** Whether new customers keep the group they are given. */
    public boolean startsOptedOut() {
        return settings.flag(VatSettings.OPTED_OUT);
    }

    /** Whether the country is one of the European Union's, whose numbers can be asked about. */
    public boolean isOfUnion(String countryId) {
        return settings.list(VatSettings.UNION).contains(countryId);
    }

    /** Whether the service can be asked about the number, and would not say for certain that there is none such. */
    public boolean isCheckable(String countryId, VatNumber number) {
        return isOfUnion(countryId) && VatNumbers.form(number) == VatForm.RIGHT;
    }

    /** The number to ask about, whatever it looks like; the shop names itself only where both parts are known. */
    public VatQuestion question(StoreView view, VatNumber number) {
        String country = settings.text(VatSettings.MERCHANT_COUNTRY, view);
        VatNumber own = VatNumber.of(country, settings.text(VatSettings.MERCHANT_NUMBER, view));
        return new VatQuestion(number, isOfUnion(country) && !own.isEmpty() ? own : null);
    }

    /** What the service's answer means in the shop; {@link VatOutcome#ERROR} for none. */
    public VatVerdict verdict(StoreView view, String countryId, @Nullable VatAnswer answer) {
        if (answer == null) {
            return new VatVerdict(VatOutcome.ERROR, null);
        }
        if (!answer.valid()) {
            return new VatVerdict(VatOutcome.INVALID, answer);
        }
        boolean domestic = countryId.equals(settings.text(VatSettings.MERCHANT_COUNTRY, view));
        return new VatVerdict(domestic ? VatOutcome.DOMESTIC : VatOutcome.INTRA_UNION, answer);
    }

    /** The id of the group the shop has for the outcome; empty for its default one. */
    public OptionalInt group(StoreView view, VatOutcome outcome) {
        @Nullable
        SettingDefinition setting = switch (outcome) {
            case NONE -> null;
            case DOMESTIC -> VatSettings.DOMESTIC;
            case INTRA_UNION -> VatSettings.INTRA_UNION;
            case INVALID -> VatSettings.INVALID;
            case ERROR -> VatSettings.ERROR;
        };
        int id = setting == null ? 0 : settings.number(setting, view);
        return id == 0 ? OptionalInt.empty() : OptionalInt.of(id);
    }
}
