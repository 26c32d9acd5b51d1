package io.clientele.integration.oauth2;

import com.nimbusds.oauth2.sdk.AuthorizationErrorResponse;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.oauth2.sdk.id.State;
import io.clientele.integration.Integration;
import io.clientele.mail.StorefrontLinks;
import io.clientele.shared.Secret;
import io.clientele.store.StoreView;
import io.clientele.store.Stores;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes the requests of apps for authorization, and sends the browser on to the page where the customer is asked. */
@ApplicationScoped
public class AuthorizationService {

    private final Clients clients;
    private final AppRequests requests;
    private final RequestRepository repository;
    private final Issuer issuer;
    private final StorefrontLinks links;
    private final Stores stores;
    private final Clock clock;

    AuthorizationService(
            Clients clients,
            AppRequests requests,
            RequestRepository repository,
            Issuer issuer,
            StorefrontLinks links,
            Stores stores,
            Clock clock) {
        this.clients = clients;
        this.requests = requests;
        this.repository = repository;
        this.issuer = issuer;
        this.links = links;
        this.stores = stores;
        this.clock = clock;
    }

    /**
     * @param sent the parameters of the query
     */
    @Transactional
    AuthorizationAnswer begin(Map<String, List<String>> sent) {
        Map<String, List<String>> parameters = FormRequest.valued(sent);
        Optional<Integration> client = only(parameters, "client_id").flatMap(clients::active);
        if (client.isEmpty()) {
            return stranger("No app has this client_id");
        }
        boolean named = parameters.containsKey("redirect_uri");
        String redirect = named
                ? only(parameters, "redirect_uri").orElse("")
                : onlyOne(client.get().redirectUris());
        // Compared sign by sign: whatever else a browser takes for the same may be somebody else's.
        if (redirect == null || !client.get().redirectUris().contains(redirect)) {
            return stranger("The redirect_uri is none of the app's");
        }
        try {
            AppRequest request = requests.read(client.get(), redirect, named, sent);
            String id = Secret.url();
            repository.add(Secret.hash(id), request, clock.instant());
            return new AuthorizationAnswer.Onward(page(parameters, id));
        } catch (ParseException e) {
            ErrorObject error = e.getErrorObject() == null ? OAuth2Error.INVALID_REQUEST : e.getErrorObject();
            return new AuthorizationAnswer.Onward(back(redirect, error, AppRequests.state(parameters)));
        }
    }

    /** The app's address with the error, and who it comes from (RFC 9207). */
    URI back(String redirect, ErrorObject error, @Nullable String state) {
        return new AuthorizationErrorResponse(
                        URI.create(redirect),
                        error,
                        state == null ? null : new State(state),
                        new com.nimbusds.oauth2.sdk.id.Issuer(issuer.name()),
                        ResponseMode.QUERY)
                .toURI();
    }

    /** In the store view that {@code store} names; the default one's page otherwise. */
    private URI page(Map<String, List<String>> parameters, String id) {
        StoreView view = only(parameters, "store")
                .flatMap(stores::viewByCode)
                .filter(StoreView::active)
                .orElseGet(stores::defaultView);
        return URI.create(links.link(OAuth2Settings.AUTHORIZE_PAGE, view, Map.of("request", id)));
    }

    private static AuthorizationAnswer stranger(String why) {
        return new AuthorizationAnswer.Stranger(OAuth2Error.INVALID_REQUEST.setDescription(why));
    }

    private static Optional<String> only(Map<String, List<String>> parameters, String name) {
        return Optional.ofNullable(parameters.get(name)).map(AuthorizationService::onlyOne);
    }

    private static @Nullable String onlyOne(List<String> values) {
        return values.size() == 1 ? values.getFirst() : null;
    }
}
