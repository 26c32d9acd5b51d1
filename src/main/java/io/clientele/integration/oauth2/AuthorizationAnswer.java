package io.clientele.integration.oauth2;

import com.nimbusds.oauth2.sdk.ErrorObject;
import java.net.URI;

/** Where an app's request for authorization leads to. */
sealed interface AuthorizationAnswer {

    /** The browser goes on: to the storefront's page, or back to the app with an error. */
    record Onward(URI to) implements AuthorizationAnswer {}

    /** Who asks, or where to go back to, is not known: nobody is sent anywhere (RFC 6749, 4.1.2.1). */
    record Stranger(ErrorObject error) implements AuthorizationAnswer {}
}
