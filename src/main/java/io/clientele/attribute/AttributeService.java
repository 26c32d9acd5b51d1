package io.clientele.attribute;

import io.clientele.audit.AuditDraft;
import io.clientele.audit.AuditLog;
import io.clientele.shared.CurrentCaller;
import io.clientele.shared.ExpectedVersion;
import io.clientele.shared.search.SearchCriteria;
import io.clientele.shared.search.SearchResults;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads and changes what merchants define beside the built-in attributes. */
@ApplicationScoped
public class AttributeService {

    /** Whoever may define attributes. */
    public static final String MANAGE = "Magento_Customer::attributes";

    /** So many of one owner fit into the memory of every instance, and into an answer. */
    private static final int MOST = 500;

    private final AttributeRepository repository;
    private final Attributes attributes;
    private final AttributeDraftReader reader;
    private final CurrentCaller caller;
    private final List<AttributeGuard> guards;
    private final List<AttributeParticipant> participants;
    private final ExpectedVersion expected;
    private final AuditLog audit;

    @Inject
    AttributeService(
            AttributeRepository repository,
            Attributes attributes,
            AttributeDraftReader reader,
            CurrentCaller caller,
            @All List<AttributeGuard> guards,
            @All List<AttributeParticipant> participants,
            ExpectedVersion expected,
            AuditLog audit) {
        this.repository = repository;
        this.attributes = attributes;
        this.reader = reader;
        this.caller = caller;
        this.guards = guards;
        this.participants = participants;
        this.expected = expected;
        this.audit = audit;
    }

    /**
     * The attribute with the code, as it is in the database at this moment.
     *
     * @throws io.clientele.shared.Refusal when the merchant defined none
     */
    public Attribute attribute(AttributeOwner owner, String code) {
        return repository.attribute(owner, code).orElseThrow(() -> AttributeRefusals.unknown(owner, code));
    }

    public SearchResults<Attribute> search(AttributeOwner owner, SearchCriteria criteria) {
        return repository.search(owner, criteria);
    }

    @Transactional
    public Attribute create(AttributeOwner owner, AttributeDraft draft) {
        refuseLimitedAdministrators();
        AttributeState state = attributes.changing();
        if (state.custom(owner).size() >= MOST) {
            throw AttributeRefusals.tooMany(MOST);
        }
        String code = reader.code(owner, draft.code());
        if (state.find(owner, code).isPresent()) {
            throw AttributeRefusals.codeTaken(code);
        }
        repository.write(reader.created(owner, code, draft));
        Attribute created = attribute(owner, code);
        participants.forEach(participant -> participant.created(created));
        note(null, created);
        return created;
    }

    /** Changes what is supplied; the code and the input type stay what they are. */
    @Transactional
    public Attribute change(AttributeOwner owner, String code, AttributeDraft draft) {
        refuseLimitedAdministrators();
        Attribute before = defined(attributes.changing(), owner, code);
        expected.check(() -> attribute(owner, code));
        Attribute wanted = reader.changed(before, draft);
        before.options().stream()
                .filter(option -> wanted.option(option.value()).isEmpty())
                .forEach(option -> refuseIfUsed(before, option));
        repository.write(wanted);
        Attribute after = attribute(owner, code);
        participants.forEach(participant -> participant.changed(before, after));
        note(before, after);
        return after;
    }

    /** Deletes the attribute and, through the participants, every value of it. */
    @Transactional
    public void delete(AttributeOwner owner, String code) {
        refuseLimitedAdministrators();
        Attribute attribute = defined(attributes.changing(), owner, code);
        expected.check(() -> attribute(owner, code));
        participants.forEach(participant -> participant.deleting(attribute));
        repository.delete(attribute);
        note(attribute, null);
    }

    /** With its options, which are a part of it. */
    private void note(@Nullable Attribute before, @Nullable Attribute after) {
        Attribute attribute = after == null ? Objects.requireNonNull(before) : after;
        String type = attribute.owner().name().toLowerCase(Locale.ROOT) + "_attribute";
        audit.record(AuditDraft.ofChange(type, attribute.code(), before, after));
    }

    private static Attribute defined(AttributeState state, AttributeOwner owner, String code) {
        return state.find(owner, code)
                .filter(Attribute::userDefined)
                .orElseThrow(() -> AttributeRefusals.unknown(owner, code));
    }

    private void refuseIfUsed(Attribute attribute, AttributeOption option) {
        if (guards.stream().anyMatch(guard -> guard.usesOption(attribute, option))) {
            throw AttributeRefusals.optionInUse(attribute.code(), option.value());
        }
    }

    /** Attributes belong to all websites. */
    private void refuseLimitedAdministrators() {
        caller.demandAllWebsites(MANAGE);
    }
}
