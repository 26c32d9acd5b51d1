package io.clientele.access;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which web pages may call the service from a browser. Nobody's, unless it is configured. */
@ConfigMapping(prefix = "clientele.cors")
public interface CorsConfig {

    /** Origins that may call for every website, such as {@code https://shop.example}. */
    Optional<List<String>> origins();

    /** Origins that may call for one website besides, by the website's code. */
    Map<String, List<String>> websites();
}
