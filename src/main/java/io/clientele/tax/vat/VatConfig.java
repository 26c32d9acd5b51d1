package io.clientele.tax.vat;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

/** What the deployment says about the check of VAT numbers. */
@ConfigMapping(prefix = "clientele.vat")
interface VatConfig {

    /** Where the European Commission's VIES REST service is, without a slash at the end. */
    @WithDefault("https://ec.europa.eu/taxation_customs/vies/rest-api")
    URI viesUrl();
}
