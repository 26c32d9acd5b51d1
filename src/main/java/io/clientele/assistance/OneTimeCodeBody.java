package io.clientele.assistance;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A one-time code as REST answers it, once. */
@Schema(name = "login-as-customer-storefront-compatibility-data-one-time-login-code-response-interface")
public record OneTimeCodeBody(String otp) {}
