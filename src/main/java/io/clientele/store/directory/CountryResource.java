package io.clientele.store.directory;

import io.clientele.shared.Acl;
import io.clientele.store.StoreScope;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.Locale;

/** The countries over REST. */
@Path("/rest/V1/directory/countries")
public class CountryResource {

    private final Countries countries;
    private final StoreScope scope;

    @Inject
    CountryResource(Countries countries, StoreScope scope) {
        this.countries = countries;
        this.scope = scope;
    }

    /** The countries the store allows, named in its language. */
    @GET
    @Acl(Acl.ANONYMOUS)
    public List<CountryBody> list() {
        Locale locale = countries.locale(scope.view());
        return countries.allowed(scope.view()).stream()
                .map(country -> CountryBody.of(country, locale))
                .toList();
    }

    /** One of these countries by its two-letter code. */
    @GET
    @Path("/{countryId}")
    @Acl(Acl.ANONYMOUS)
    public CountryBody get(@PathParam("countryId") String countryId) {
        return CountryBody.of(countries.available(countryId, scope.view()), countries.locale(scope.view()));
    }
}
