package io.clientele.store.directory;

import io.clientele.store.StoreConfigNode;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.Source;

/** What a store view's configuration says of countries. Lists are text with commas, as the contract has them. */
@GraphQLApi
public class CountryConfigGraphQL {

    private final Countries countries;

    @Inject
    CountryConfigGraphQL(Countries countries) {
        this.countries = countries;
    }

    /** The country an address form starts with. */
    @Name("default_country")
    public List<String> defaultCountry(@Source List<StoreConfigNode> configs) {
        return configs.stream()
                .map(config -> countries.defaultCountry(config.view()))
                .toList();
    }

    /** The countries whose addresses need a region. */
    @Name("countries_with_required_region")
    public List<String> countriesWithRequiredRegion(@Source List<StoreConfigNode> configs) {
        String required = String.join(",", countries.regionRequiredIn());
        return configs.stream().map(config -> required).toList();
    }

    /** The countries whose addresses may go without a postcode. */
    @Name("optional_zip_countries")
    public List<String> optionalZipCountries(@Source List<StoreConfigNode> configs) {
        String optional = String.join(",", countries.postcodeOptionalIn());
        return configs.stream().map(config -> optional).toList();
    }

    /** Whether a form offers the region where it is not required. */
    @Name("display_state_if_optional")
    public List<Boolean> displayStateIfOptional(@Source List<StoreConfigNode> configs) {
        boolean shown = countries.regionShownWhereOptional();
        return configs.stream().map(config -> shown).toList();
    }
}
