package io.clientele.customer;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether a customer could be stored, and if not why. */
@Schema(name = "customer-data-validation-results-interface")
public record ValidationResults(boolean valid, List<String> messages) {}
