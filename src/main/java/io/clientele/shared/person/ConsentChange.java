package io.clientele.shared.person;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody agreed to something, or withdrew it.
 *
 * @param purpose what it is for, such as {@code newsletter}
 * @param subject what exactly, or null where the purpose says all
 * @param source who said so: {@code customer}, {@code guest}, {@code assistant}, {@code administrator}, {@code integration}
 *     or {@code app}
 * @param wording which text it was asked with, by the name the shop gives its versions, or null
 */
public record ConsentChange(
        long id,
        @Nullable Integer websiteId,
        String purpose,
        @Nullable String subject,
        boolean given,
        String source,
        @Nullable String wording,
        Instant changedAt) {}
