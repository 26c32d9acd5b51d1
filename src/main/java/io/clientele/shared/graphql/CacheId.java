package io.clientele.shared.graphql;

import io.clientele.shared.Sha256;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;

/** The id under which a shared cache keeps answers that may differ between callers. */
@Singleton
class CacheId {

    private final List<CacheIdFactor> factors;
    private final String salt;

    CacheId(@All List<CacheIdFactor> factors, GraphQLSettings settings) {
        this.factors = factors.stream()
                .sorted(Comparator.comparing(CacheIdFactor::name))
                .toList();
        this.salt = settings.cacheSalt();
    }

    /** SHA-256, in hexadecimal, over all factors of the request in hand and the salt. */
    String current() {
        StringBuilder text = new StringBuilder();
        for (CacheIdFactor factor : factors) {
            text.append(factor.name()).append('=').append(factor.value()).append('|');
        }
        text.append(salt);
        return Sha256.hex(text.toString());
    }
}
