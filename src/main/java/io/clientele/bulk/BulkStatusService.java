package io.clientele.bulk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clientele.shared.Caller;
import io.clientele.shared.CurrentCaller;
import io.clientele.shared.Refusal;
import io.clientele.shared.json.SecretNames;
import io.clientele.shared.person.KeyRing;
import io.clientele.shared.person.Person;
import io.clientele.shared.person.PersonKeys;
import io.clientele.shared.search.SearchCriteria;
import io.clientele.shared.search.SearchResults;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Tells what has become of operations. Whoever is limited to websites sees only what was sent by themselves: of which
 * website an operation is shows when it is carried out.
 */
@ApplicationScoped
public class BulkStatusService {

    static final String RESOURCE = "Magento_Logging::system_magento_logging_bulk_operations";

    private final StatusRepository bulks;
    private final BulkSeal seal;
    private final PersonKeys persons;
    private final CurrentCaller caller;
    private final ObjectMapper mapper;

    @Inject
    BulkStatusService(
            StatusRepository bulks, BulkSeal seal, PersonKeys persons, CurrentCaller caller, ObjectMapper mapper) {
        this.bulks = bulks;
        this.seal = seal;
        this.persons = persons;
        this.caller = caller;
        this.mapper = mapper;
    }

    /** @throws Refusal when there is none, or it is not the caller's to know of */
    public BulkStatus status(String uuid) {
        BulkStatus bulk = visible(uuid);
        return bulk.with(bulks.operations(bulk.id()));
    }

    /**
     * With parameters and answers.
     *
     * @throws Refusal as {@link #status}
     */
    public BulkStatus details(String uuid) {
        BulkStatus bulk = visible(uuid);
        return bulk.with(open(bulks.details(bulk.id())));
    }

    /**
     * How many operations have the status.
     *
     * @throws Refusal as {@link #status}
     */
    public int count(String uuid, int status) {
        return bulks.count(visible(uuid).id(), status);
    }

    public SearchResults<BulkStatus.Operation> search(SearchCriteria criteria) {
        SearchResults<StatusRepository.Stored> page = bulks.page(criteria, isLimited() ? caller.get() : null);
        KeyRing keys = keys(page.items());
        return page.map(stored -> open(stored, keys));
    }

    private BulkStatus visible(String uuid) {
        try {
            return bulks.find(UUID.fromString(uuid))
                    .filter(bulk -> !isLimited() || isOwn(bulk))
                    .orElseThrow(() -> BulkRefusals.noSuchBulk(uuid));
        } catch (IllegalArgumentException e) {
            throw BulkRefusals.noSuchBulk(uuid);
        }
    }

    private boolean isLimited() {
        return !caller.get().websiteIds().isEmpty();
    }

    private boolean isOwn(BulkStatus bulk) {
        Caller current = caller.get();
        return bulk.callerType() == current.type().number() && bulk.callerId() == current.id();
    }

    private List<BulkStatus.Operation> open(List<StatusRepository.Stored> all) {
        KeyRing keys = keys(all);
        return all.stream().map(stored -> open(stored, keys)).toList();
    }

    private KeyRing keys(List<StatusRepository.Stored> all) {
        return persons.ring(all.stream()
                .map(StatusRepository.Stored::person)
                .filter(Objects::nonNull)
                .map(Person::new)
                .distinct()
                .toList());
    }

    private BulkStatus.Operation open(StatusRepository.Stored stored, KeyRing keys) {
        BulkStatus.Operation shown = stored.shown();
        return new BulkStatus.Operation(
                shown.number(),
                shown.uuid(),
                shown.topic(),
                shown.acceptedAt(),
                shown.status(),
                shown.message(),
                shown.errorCode(),
                body(stored),
                answer(stored.answer(), stored.person(), keys));
    }

    private String body(StatusRepository.Stored stored) {
        if (stored.body() == null || stored.key() == null) {
            return "";
        }
        String text = seal.open(stored.shown().uuid(), stored.key(), stored.body());
        try {
            return mapper.writeValueAsString(SecretNames.removeFrom(mapper.readTree(text)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("parameters that were written can be read", e);
        }
    }

    private static String answer(@Nullable Sealed answer, @Nullable String person, KeyRing keys) {
        if (answer == null) {
            return "";
        }
        return person == null
                ? new String(answer.bytes(), StandardCharsets.UTF_8)
                : keys.open(new Person(person), answer.bytes()).orElse("");
    }
}
