package io.clientele.access;

import io.clientele.shared.Acl;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The tree of everything a role may grant. Whoever holds a resource holds all that is below it. */
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

    public boolean has(String id) {
        return byId.containsKey(id);
    }

    /** The resources with all they include, and what every administrator may. Names nobody knows grant nothing. */
    public Set<String> expand(Collection<String> granted) {
        Set<String> all = new HashSet<>();
        all.add(Acl.ANY_ADMIN);
        for (String id : granted) {
            AclEntry resource = byId.get(id);
            if (resource != null) {
                collect(resource, all);
            }
        }
        return Set.copyOf(all);
    }

    private static void collect(AclEntry resource, Set<String> into) {
        into.add(resource.id());
        resource.children().forEach(child -> collect(child, into));
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
