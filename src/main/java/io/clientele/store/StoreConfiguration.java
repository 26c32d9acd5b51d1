package io.clientele.store;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What the deployment says about this feature. */
@ConfigMapping(prefix = "clientele.store")
interface StoreConfiguration {

    /** Where the shop is, with a slash at the end: what {@code {{base_url}}} stands for in the settings. */
    @WithDefault("http://localhost:8080/")
    String baseUrl();
}
