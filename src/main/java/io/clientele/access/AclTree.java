package io.clientele.access;

import io.clientele.shared.Acl;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The tree of everything a role may grant, for people to choose from. A role holds what it names, and only the root is everything. */
@ApplicationScoped
public class AclTree {

    private record Line(String id, String parent, String title) {}

    private final Map<String, AclEntry> byId = new LinkedHashMap<>();
    private final AclEntry root;

    AclTree() {
        List<Line> lines = read();
        root = branch(lines.get(0), lines);
    }

    public AclEntry root() {
        return root;
    }

    /** All resources, the root first. */
    public Set<String> names() {
        return Collections.unmodifiableSet(byId.keySet());
    }

    public boolean has(String id) {
        return byId.containsKey(id);
    }

    /**
     * The resources as a caller holds them: those granted by name, and what every administrator may. A resource does not
     * bring those below it; names nobody knows grant nothing.
     */
    public Set<String> held(Collection<String> granted) {
        Set<String> all = new HashSet<>();
        all.add(Acl.ANY_ADMIN);
        granted.stream().filter(byId::containsKey).forEach(all::add);
        return Set.copyOf(all);
    }

    private AclEntry branch(Line line, List<Line> lines) {
        List<AclEntry> children = lines.stream()
                .filter(child -> child.parent().equals(line.id()))
                .map(child -> branch(child, lines))
                .toList();
        AclEntry resource = new AclEntry(line.id(), line.title(), children);
        byId.put(line.id(), resource);
        return resource;
    }

    private static List<Line> read() {
        try (InputStream file =
                Objects.requireNonNull(AclTree.class.getResourceAsStream("/acl-resources.tsv"), "acl-resources.tsv")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split("\t", 3))
                    .map(part -> new Line(part[0], part[1], part[2]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
