package io.clientele.pricing;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An extension of the contract that adds nothing here. */
@Schema(name = "catalog-data-price-extension-interface")
public record NoExtension() {}
