package io.clientele.tax;

import io.clientele.store.Settings;
import io.clientele.store.StoreView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Says which place decides about the tax of somebody in a shop. */
@ApplicationScoped
public class TaxPlaces {

    private final Settings settings;

    @Inject
    TaxPlaces(Settings settings) {
        this.settings = settings;
    }

    /**
     * The place of the address that counts in the store view; the shop's own where that is what counts, and its default
     * destination where the address is missing.
     *
     * @param billing the place of the billing address, or null when there is none
     * @param shipping the place of the shipping address, or null when there is none
     */
    public TaxPlace of(StoreView view, @Nullable TaxPlace billing, @Nullable TaxPlace shipping) {
        @Nullable
        TaxPlace counting = switch (settings.text(TaxSettings.BASED_ON, view)) {
            case "origin" -> origin(view);
            case "billing" -> billing;
            default -> shipping;
        };
        return counting == null ? defaultPlace(view) : counting;
    }

    /** The shop's own place: where it sends its goods from. */
    public TaxPlace origin(StoreView view) {
        return new TaxPlace(
                settings.text(TaxSettings.ORIGIN_COUNTRY, view),
                settings.number(TaxSettings.ORIGIN_REGION, view),
                settings.text(TaxSettings.ORIGIN_POSTCODE, view));
    }

    private TaxPlace defaultPlace(StoreView view) {
        return new TaxPlace(
                settings.text(TaxSettings.DEFAULT_COUNTRY, view),
                settings.number(TaxSettings.DEFAULT_REGION, view),
                settings.text(TaxSettings.DEFAULT_POSTCODE, view));
    }
}
