package io.clientele.store.directory;

import io.clientele.store.Settings;
import io.clientele.store.StoreSettings;
import io.clientele.store.StoreView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The countries, their regions and what an address in them must have. Countries go by their two-letter codes in upper
 * case. Nothing here reads the database.
 */
@ApplicationScoped
public class Countries {

    private final Settings settings;

    @Inject
    Countries(Settings settings) {
        this.settings = settings;
    }

    /** The country, whether a website allows it or not. */
    public Optional<Country> country(String id) {
        return Optional.ofNullable(DirectoryData.get().countries().get(id));
    }

    /** All of them, in the order of their codes. */
    public List<Country> all() {
        return List.copyOf(DirectoryData.get().countries().values());
    }

    /** The countries addresses of the store view's website may lie in, in the order of their codes. */
    public List<Country> allowed(StoreView view) {
        Set<String> allowed = Set.copyOf(settings.list(DirectorySettings.ALLOWED, view));
        return DirectoryData.get().countries().values().stream()
                .filter(country -> allowed.isEmpty() || allowed.contains(country.id()))
                .toList();
    }

    /** Whether it is a country and addresses of the website may lie in it. */
    public boolean isAllowed(String id, int websiteId) {
        return country(id).isPresent() && permits(settings.list(DirectorySettings.ALLOWED, websiteId), id);
    }

    /**
     * One of the countries {@link #allowed} lists.
     *
     * @throws io.clientele.shared.Refusal when there is no such country or the website does not allow it
     */
    public Country available(String id, StoreView view) {
        return country(id)
                .filter(country -> permits(settings.list(DirectorySettings.ALLOWED, view), id))
                .orElseThrow(CountryRefusals::notAvailable);
    }

    /**
     * The same for callers who may leave the code out.
     *
     * @throws io.clientele.shared.Refusal also when there is no code
     */
    Country named(@Nullable String id, StoreView view) {
        if (id == null || id.isEmpty()) {
            throw CountryRefusals.idMissing();
        }
        return available(id, view);
    }

    /** The language of the store view, in which it names countries. */
    public Locale locale(StoreView view) {
        return Locale.forLanguageTag(settings.text(StoreSettings.LOCALE, view).replace('_', '-'));
    }

    public Optional<Region> region(int id) {
        return Optional.ofNullable(DirectoryData.get().region(id));
    }

    /** The first region of the country with that code, whatever its case. */
    public Optional<Region> regionByCode(String country, String code) {
        return regions(country).stream()
                .filter(region -> region.code().equalsIgnoreCase(code))
                .findFirst();
    }

    /** The first region of the country with that name, whatever its case. */
    public Optional<Region> regionByName(String country, String name) {
        return regions(country).stream()
                .filter(region -> region.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** The country's regions in the order of their names; empty where the region is free text. */
    public List<Region> regions(String country) {
        return country(country).map(Country::regions).orElse(List.of());
    }

    /** Whether the country's addresses choose their region from a list. */
    public boolean hasRegions(String country) {
        return !regions(country).isEmpty();
    }

    /** Whether an address in the country needs a region: one of the list, or text where there is none. */
    public boolean regionRequired(String country) {
        return regionRequiredIn().contains(country);
    }

    /** The countries whose addresses need a region, as the setting lists them. */
    public List<String> regionRequiredIn() {
        return settings.list(DirectorySettings.REGION_REQUIRED);
    }

    /** Whether a form offers the region where it is not required. */
    public boolean regionShownWhereOptional() {
        return settings.flag(DirectorySettings.REGION_SHOWN);
    }

    /** Whether an address in the country may go without a postcode. */
    public boolean postcodeOptional(String country) {
        return postcodeOptionalIn().contains(country);
    }

    /** The countries whose addresses may go without a postcode, as the setting lists them. */
    public List<String> postcodeOptionalIn() {
        return settings.list(DirectorySettings.OPTIONAL_POSTCODE);
    }

    /** Whether it looks like a postcode of the country; everything does where none is known to have a form. */
    public boolean postcodeFits(String country, String postcode) {
        @Nullable Pattern form = DirectoryData.get().postcode(country);
        return form == null || form.matcher(postcode.strip()).matches();
    }

    /** Whether the website takes the postcode: it fits, or the website does not look. */
    public boolean postcodeAccepted(String country, String postcode, int websiteId) {
        return !settings.flag(DirectorySettings.CHECK_POSTCODE, websiteId) || postcodeFits(country, postcode);
    }

    /** The country an address form starts with. */
    public String defaultCountry(StoreView view) {
        return settings.text(DirectorySettings.DEFAULT_COUNTRY, view);
    }

    private static boolean permits(List<String> allowed, String id) {
        return allowed.isEmpty() || allowed.contains(id);
    }
}
