package io.clientele.integration.oauth2;

import java.util.List;

/** A scope and what to tell the customer of it. */
public record ScopeBody(String scope, String title) {

    static List<ScopeBody> all(List<String> scopes) {
        return scopes.stream()
                .map(scope -> new ScopeBody(
                        scope, CustomerScope.of(scope).map(CustomerScope::title).orElse(scope)))
                .toList();
    }
}
