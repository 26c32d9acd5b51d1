package io.clientele.bulk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clientele.access.CallerStanding;
import io.clientele.audit.ConcernedPerson;
import io.clientele.shared.Acl;
import io.clientele.shared.Caller;
import io.clientele.shared.CurrentCaller;
import io.clientele.shared.ExpectedVersion;
import io.clientele.shared.Refusals;
import io.clientele.shared.json.SecretNames;
import io.clientele.shared.operation.OneOfMany;
import io.clientele.shared.operation.OperationCall;
import io.clientele.shared.operation.WriteOperation;
import io.clientele.shared.operation.WriteOperations;
import io.clientele.shared.person.Person;
import io.clientele.shared.person.PersonKeys;
import io.clientele.shared.rest.Preconditions;
import io.clientele.store.StoreScope;
import io.quarkus.arc.Arc;
import io.quarkus.arc.InjectableContext;
import io.quarkus.arc.ManagedContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Carries out operations as their request would have been: in a request context of their own, as the caller who sent it.
 */
@ApplicationScoped
class OperationExecution {

    private final WriteOperations operations;
    private final OperationCall call;
    private final QueueRepository queue;
    private final BulkSeal seal;
    private final CallerStanding standing;
    private final CurrentCaller current;
    private final StoreScope scope;
    private final ExpectedVersion expected;
    private final ConcernedPerson concerned;
    private final PersonKeys persons;
    private final EntityManager entities;
    private final ObjectMapper mapper;

    @Inject
    OperationExecution(
            WriteOperations operations,
            OperationCall call,
            QueueRepository queue,
            BulkSeal seal,
            CallerStanding standing,
            CurrentCaller current,
            StoreScope scope,
            ExpectedVersion expected,
            ConcernedPerson concerned,
            PersonKeys persons,
            EntityManager entities,
            ObjectMapper mapper) {
        this.operations = operations;
        this.call = call;
        this.queue = queue;
        this.seal = seal;
        this.standing = standing;
        this.current = current;
        this.scope = scope;
        this.expected = expected;
        this.concerned = concerned;
        this.persons = persons;
        this.entities = entities;
        this.mapper = mapper;
    }

    /**
     * Carries it out in the transaction in hand, and has all of it written there.
     *
     * @throws RuntimeException what stood in the way; the transaction must be rolled back then
     */
    Outcome inTransaction(Waiting operation) {
        return inRequest(() -> {
            Outcome outcome = carryOut(operation);
            // What is pending belongs to this operation, and the next begins with nothing in hand.
            entities.flush();
            entities.clear();
            return outcome;
        });
    }

    /**
     * What operations came to that were to be carried out together; what is in neither list is to be carried out one by one.
     *
     * @param done what became of those that are done
     * @param apart those to be carried out by themselves, since they would probably fail
     */
    record Together(List<Outcome> done, List<Waiting> apart) {}

    /**
     * Carries out operations of one request in the transaction in hand, as many of them as can be done together, in one
     * request context.
     *
     * @param alike of an operation that is for many, with their parameters
     * @throws RuntimeException what stood in the way; none is done, and the transaction must be rolled back then
     */
    Together together(List<Waiting> alike) {
        return inRequest(() -> {
            Waiting first = alike.getFirst();
            WriteOperation operation = operation(first);
            enter(seal.openSender(first.uuid(), first.key(), first.sender()), operation);
            List<Sealed> bodies = alike.stream().map(queue::body).toList();
            List<ObjectNode> items = seal.openAll(first.uuid(), first.key(), bodies).stream()
                    .map(this::object)
                    .toList();
            List<OneOfMany<?>> all = call.callMany(operation, items);
            List<Outcome> done = new ArrayList<>(alike.size());
            List<Waiting> apart = new ArrayList<>();
            for (int i = 0; i < all.size(); i++) {
                OneOfMany<?> one = all.get(i);
                switch (one.state()) {
                    case DONE ->
                        done.add(complete(alike.get(i), operation, one.answer(), Optional.ofNullable(one.person())));
                    case APART -> apart.add(alike.get(i));
                    case UNLIKE -> {}
                }
            }
            entities.flush();
            entities.clear();
            return new Together(done, apart);
        });
    }

    /** Carries it out in whatever transactions it makes. */
    Outcome alone(Waiting operation) {
        return inRequest(() -> carryOut(operation));
    }

    private static <T> T inRequest(Supplier<T> work) {
        ManagedContext requests = Arc.container().requestContext();
        InjectableContext.ContextState before = requests.getStateIfActive();
        if (before != null) {
            requests.deactivate();
        }
        requests.activate();
        try {
            return work.get();
        } finally {
            requests.terminate();
            if (before != null) {
                requests.activate(before);
            }
        }
    }

    private Outcome carryOut(Waiting waiting) {
        WriteOperation operation = operation(waiting);
        enter(seal.openSender(waiting.uuid(), waiting.key(), waiting.sender()), operation);
        Object answer = call.call(operation, parameters(waiting));
        return complete(waiting, operation, answer, concerned.get());
    }

    private WriteOperation operation(Waiting waiting) {
        return operations
                .find(waiting.operation())
                .orElseThrow(() -> BulkRefusals.noSuchOperation(waiting.operation()));
    }

    private Outcome complete(
            Waiting waiting, WriteOperation operation, @Nullable Object answer, Optional<Person> person) {
        return new Outcome(
                waiting,
                OperationStatus.COMPLETE,
                "Service execution success " + operation.serviceName(),
                null,
                kept(answer, person),
                person.map(Person::name).orElse(null));
    }

    /** Becomes the request; its caller may have lost the right meanwhile. */
    private void enter(Sender sender, WriteOperation operation) {
        scope.choose(sender.stores());
        current.from(sender.address(), sender.requestId());
        current.calledItself(sender.userAgent());
        Caller caller = standing.now(sender.caller())
                .filter(now -> now.mayCall(operation.acl()))
                .orElseThrow(() -> Refusals.notAllowed(operation.acl()));
        current.set(caller);
        if (operation.acl().equals(Acl.SELF)) {
            current.demandScope(true);
        }
        if (sender.ifMatch() != null) {
            Preconditions.demand(expected, List.of(sender.ifMatch()));
        }
    }

    private ObjectNode parameters(Waiting waiting) {
        return object(seal.open(waiting.uuid(), waiting.key(), queue.body(waiting)));
    }

    private ObjectNode object(String text) {
        try {
            return (ObjectNode) mapper.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("parameters that were written can be read", e);
        }
    }

    private @Nullable Sealed kept(@Nullable Object answer, Optional<Person> person) {
        if (answer == null) {
            return null;
        }
        try {
            byte[] text = mapper.writeValueAsBytes(SecretNames.removeFrom(mapper.valueToTree(answer)));
            return Sealed.of(person.map(whose -> persons.seal(whose, text)).orElse(text));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer can be written", e);
        }
    }
}
