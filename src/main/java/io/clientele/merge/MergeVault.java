package io.clientele.merge;

import io.clientele.shared.json.StoredJson;
import io.clientele.shared.person.Person;
import io.clientele.shared.person.PersonKeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Seals what is remembered with the keys of both persons: once either is erased, nobody opens it. */
@ApplicationScoped
class MergeVault {

    private final PersonKeys keys;

    @Inject
    MergeVault(PersonKeys keys) {
        this.keys = keys;
    }

    byte[] close(MergePair pair, MergeMemory memory) {
        return keys.seal(
                Person.customer(pair.stays()), keys.seal(Person.customer(pair.goes()), StoredJson.write(memory)));
    }

    /** Empty once one of the persons was erased. */
    Optional<MergeMemory> open(MergePair pair, byte[] sealed) {
        return keys.openBytes(Person.customer(pair.stays()), sealed)
                .flatMap(half -> keys.open(Person.customer(pair.goes()), half))
                .map(written -> StoredJson.read(written, MergeMemory.class));
    }
}
