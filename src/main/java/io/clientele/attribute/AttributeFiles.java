package io.clientele.attribute;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the files that are values of attributes. Values are taken in before their owner has an id: a file is stored
 * first, and {@link #keep} gives it to its owner in the same transaction.
 */
@ApplicationScoped
public class AttributeFiles {

    private final Attributes attributes;
    private final ReadableAttributes readable;
    private final AttributeFileRepository repository;
    private final FileCheck check;
    private final List<FileGuard> guards;
    private final Clock clock;
    private final Optional<FileFolder> folder;

    @Inject
    AttributeFiles(
            Attributes attributes,
            ReadableAttributes readable,
            AttributeFileRepository repository,
            FileCheck check,
            AttributeFileConfig config,
            @All List<FileGuard> guards,
            Clock clock) {
        this.attributes = attributes;
        this.readable = readable;
        this.repository = repository;
        this.check = check;
        this.folder = config.folder().map(FileFolder::new);
        this.guards = guards;
        this.clock = clock;
    }

    /**
     * Stores a file that a client sends.
     *
     * @return its path, the value
     * @throws io.clientele.shared.Refusal when it is not what the attribute takes
     */
    String store(Attribute attribute, JsonNode given, String label) {
        AttributeFile file = check.read(attribute, given, label);
        folder.ifPresent(kept -> kept.write(file.path(), file.content()));
        repository.add(file, folder.isPresent() ? null : file.content(), clock.instant());
        return file.path();
    }

    /**
     * To be called in the transaction that writes values, once the owner's row is there: gives the owner the files that
     * are new and removes those that were replaced.
     *
     * @param before the column of values as it was, {@code {}} for a new owner
     * @param after as it is now
     * @param addressId null for the customer's own values
     */
    public void keep(AttributeOwner owner, long customerId, @Nullable Long addressId, String before, String after) {
        if (before.equals(after)) {
            return;
        }
        Set<String> old = paths(owner, before);
        Set<String> now = paths(owner, after);
        Set<String> added = minus(now, old);
        Set<String> removed = minus(old, now);
        if (!added.isEmpty()) {
            repository.own(added, customerId, addressId);
        }
        if (!removed.isEmpty()) {
            repository.delete(removed, customerId);
        }
    }

    /**
     * The file of a customer's attribute or, with an address, of the address's.
     *
     * @throws io.clientele.shared.Refusal when there is none, or it is not the caller's to know of
     */
    public AttributeFile read(AttributeOwner owner, long customerId, @Nullable Long addressId, String code) {
        boolean opens = !guards.isEmpty() && guards.stream().allMatch(guard -> guard.opens(customerId));
        return readable.of(owner).stream()
                .filter(attribute -> opens
                        && attribute.code().equals(code)
                        && attribute.input().isFile())
                .findFirst()
                .flatMap(attribute -> repository.find(attribute.id(), customerId, addressId))
                .flatMap(this::filled)
                .orElseThrow(() -> AttributeRefusals.noFile(code));
    }

    private Optional<AttributeFile> filled(AttributeFile file) {
        if (folder.isEmpty() || file.content().length > 0) {
            return Optional.of(file);
        }
        return folder.get()
                .read(file.path())
                .map(content ->
                        new AttributeFile(file.path(), file.attributeId(), file.name(), file.mediaType(), content));
    }

    private Set<String> paths(AttributeOwner owner, String column) {
        return AttributeSet.read(attributes.custom(owner), column).values().stream()
                .filter(each -> each.attribute().input().isFile())
                .map(each -> each.value().asText())
                .collect(Collectors.toSet());
    }

    private static Set<String> minus(Set<String> from, Set<String> what) {
        Set<String> rest = new HashSet<>(from);
        rest.removeAll(what);
        return rest;
    }

    Optional<FileFolder> folder() {
        return folder;
    }
}
