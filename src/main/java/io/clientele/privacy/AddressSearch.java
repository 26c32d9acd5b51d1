package io.clientele.privacy;

import io.clientele.shared.person.Person;
import io.clientele.shared.person.PersonData;
import io.clientele.shared.person.PersonKeys;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.LongStatements;
import io.clientele.shared.sql.SqlFragment;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds out which addresses the keyed ones of a ledger are, by keying all that are kept: one pass for however many. */
@ApplicationScoped
class AddressSearch {

    private static final Duration STATEMENT = Duration.ofMinutes(5);

    private final List<PersonData> features;
    private final PersonKeys keys;
    private final Database database;
    private final LongStatements longStatements;

    @Inject
    AddressSearch(@All List<PersonData> features, PersonKeys keys, Database database, LongStatements longStatements) {
        this.features = List.copyOf(features);
        this.keys = keys;
        this.database = database;
        this.longStatements = longStatements;
    }

    /**
     * An address that is kept.
     *
     * @param emailKey the folded address; empty where there is nothing of it but what is sealed
     */
    record Found(Optional<String> emailKey, Person person) {}

    /** Those of the keyed addresses that are kept, by these. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<String, Found> among(Set<String> wanted, LedgerKey key) {
        return longStatements.within(STATEMENT, () -> {
            Map<String, Found> found = new HashMap<>();
            keys.eachAddress(person -> note(new Found(Optional.empty(), person), wanted, key, found));
            // What is known in the clear counts for more than its hash.
            for (PersonData feature : features) {
                for (SqlFragment statement : feature.emailKeys()) {
                    database.each(statement, row -> {
                        String emailKey = row.getString(1);
                        note(new Found(Optional.of(emailKey), Person.email(emailKey)), wanted, key, found);
                    });
                }
            }
            return found;
        });
    }

    private static void note(Found each, Set<String> wanted, LedgerKey key, Map<String, Found> found) {
        String keyed = key.of(each.person());
        if (wanted.contains(keyed)) {
            found.put(keyed, each);
        }
    }
}
