package io.clientele.bulk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clientele.shared.Acl;
import io.clientele.shared.Caller;
import io.clientele.shared.CurrentCaller;
import io.clientele.shared.Refusal;
import io.clientele.shared.Refusals;
import io.clientele.shared.RestStatus;
import io.clientele.shared.Sha256;
import io.clientele.shared.idempotency.IdempotencyKeys;
import io.clientele.shared.idempotency.KeptAnswer;
import io.clientele.shared.idempotency.KeyedRequest;
import io.clientele.shared.operation.Deferral;
import io.clientele.shared.operation.OperationRefusals;
import io.clientele.shared.operation.WriteOperation;
import io.clientele.shared.operation.WriteOperations;
import io.clientele.shared.rest.ReplayedAnswer;
import io.clientele.shared.rest.RestRefusals;
import io.clientele.store.IfMatchDemand;
import io.clientele.store.StoreScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Takes requests whose operations are carried out later: what can be refused at once is refused at once. */
@ApplicationScoped
public class AcceptanceService {

    private static final int ACCEPTED = 202;

    /** Each may hold as much memory as a request with many operations has bytes. */
    private static final int MOST_AT_A_TIME = 4;

    private static final int LONGEST_WAIT_SECONDS = 3;

    private final WriteOperations operations;
    private final SentOperations sent;
    private final BulkQueue queue;
    private final BulkSeal seal;
    private final IfMatchDemand demand;
    private final IdempotencyKeys keys;
    private final CurrentCaller current;
    private final StoreScope scope;
    private final ObjectMapper mapper;
    private final Semaphore places = new Semaphore(MOST_AT_A_TIME);

    @Inject
    AcceptanceService(
            WriteOperations operations,
            SentOperations sent,
            BulkQueue queue,
            BulkSeal seal,
            IfMatchDemand demand,
            IdempotencyKeys keys,
            CurrentCaller current,
            StoreScope scope,
            ObjectMapper mapper) {
        this.operations = operations;
        this.sent = sent;
        this.queue = queue;
        this.seal = seal;
        this.demand = demand;
        this.keys = keys;
        this.current = current;
        this.scope = scope;
        this.mapper = mapper;
    }

    /**
     * Takes a request. When it returns, its operations will be carried out whatever happens to this instance.
     *
     * @param body read only once it is clear that the caller may call the operation
     * @throws Refusal when there is no such operation, the caller may not call it, it is none for later, or the body is
     *     not what it reads
     */
    public AcceptedBulk accept(SentRequest request, InputStream body) throws IOException {
        WriteOperations.Match match = (request.isBulk()
                        ? operations.matchBulk(request.verb(), request.route())
                        : operations.match(request.verb(), request.route()))
                .orElseThrow(RestRefusals::noRoute);
        WriteOperation operation = match.operation();
        Caller caller = current.get();
        if (!caller.mayCall(operation.acl())) {
            throw Refusals.notAllowed(operation.acl());
        }
        if (operation.acl().equals(Acl.SELF)) {
            current.demandScope(true);
        }
        if (operation.way() == Deferral.Way.NEVER) {
            throw OperationRefusals.notProcessed();
        }
        demand.check(operation.versioned(), request.ifMatch());
        if (request.key() != null) {
            KeyedRequest.check(request.key());
        }
        UUID uuid = UUID.randomUUID();
        Sealed key = seal.newKey(uuid);
        DigestInputStream digested = new DigestInputStream(body, Sha256.digest());
        List<NewOperation> all = request.isBulk()
                ? readMany(uuid, key, operation, request, digested)
                : sent.readOne(uuid, key, match, request, digested);
        NewBulk bulk = new NewBulk(uuid, key, operation, caller, seal.closeSender(uuid, key, sender(request)), all);
        return store(bulk, request, digested.getMessageDigest().digest());
    }

    private List<NewOperation> readMany(
            UUID uuid, Sealed key, WriteOperation operation, SentRequest request, InputStream body) throws IOException {
        try {
            if (!places.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw RestRefusals.unavailable();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw RestRefusals.unavailable();
        }
        try {
            return sent.readMany(uuid, key, operation, request, body);
        } finally {
            places.release();
        }
    }

    private Sender sender(SentRequest request) {
        return new Sender(
                current.get(),
                current.address(),
                current.requestId(),
                current.userAgent(),
                scope.chosen(),
                request.ifMatch());
    }

    private AcceptedBulk store(NewBulk bulk, SentRequest request, byte[] digest) {
        if (request.key() == null) {
            queue.add(bulk);
            return answer(bulk);
        }
        KeyedRequest keyed = KeyedRequest.of(
                request.key(),
                current,
                List.of(
                        request.verb(),
                        request.path(),
                        scope.chosen().toString(),
                        request.query().toString()),
                digest);
        IdempotencyKeys.Outcome<AcceptedBulk> outcome = once(keyed, bulk);
        if (outcome.earlier() != null) {
            throw new ReplayedAnswer(outcome.earlier(), ACCEPTED);
        }
        return answer(bulk);
    }

    private IdempotencyKeys.Outcome<AcceptedBulk> once(KeyedRequest keyed, NewBulk bulk) {
        try {
            return keys.once(
                    keyed,
                    () -> {
                        queue.add(bulk);
                        return answer(bulk);
                    },
                    this::toKeep);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Optional<KeptAnswer> toKeep(@Nullable AcceptedBulk answer) {
        try {
            return Optional.of(new KeptAnswer(mapper.writeValueAsString(answer), null));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer can be written", e);
        }
    }

    private static AcceptedBulk answer(NewBulk bulk) {
        List<AcceptedBulk.Item> items =
                bulk.operations().stream().map(AcceptanceService::item).toList();
        return new AcceptedBulk(
                bulk.uuid(), items, bulk.operations().stream().anyMatch(each -> each.rejected() != null));
    }

    private static AcceptedBulk.Item item(NewOperation operation) {
        Refusal why = operation.rejected();
        return why == null
                ? new AcceptedBulk.Item(operation.number(), operation.hash(), "accepted", null, null)
                : new AcceptedBulk.Item(
                        operation.number(), operation.hash(), "rejected", why.rendered(), RestStatus.of(why.kind()));
    }
}
