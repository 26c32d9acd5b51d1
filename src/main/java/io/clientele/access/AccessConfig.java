package io.clientele.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** What stands in front of the service in this deployment. */
@ConfigMapping(prefix = "clientele.access")
public interface AccessConfig {

    /**
     * Proxies, as addresses or CIDR ranges, that are believed when they say whom they speak for. Everybody else's word is
     * ignored.
     */
    Optional<List<String>> trustedProxies();

    /** The one header the proxies say it in: {@code X-Forwarded-For} or {@code Forwarded} (RFC 7239). */
    @WithDefault("X-Forwarded-For")
    String forwardedHeader();

    /**
     * The deployment's part of the key that secrets are encrypted with which are needed in the clear again, any long text.
     * All instances need the same; with another one administrators have to be given new second factors, and webhooks new
     * secrets.
     */
    Optional<String> secondFactorKey();

    /**
     * Storefront servers, as addresses or CIDR ranges, from which many shoppers call: the limits on failures from one
     * address spare them.
     */
    Optional<List<String>> storefrontServers();
}
