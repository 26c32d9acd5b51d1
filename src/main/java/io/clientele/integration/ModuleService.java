package io.clientele.integration;

import io.clientele.access.AclTree;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The modules of the contract that this service speaks for: those whose resources it knows. */
@ApplicationScoped
public class ModuleService {

    private final AclTree acl;

    ModuleService(AclTree acl) {
        this.acl = acl;
    }

    /** Their names, such as {@code Magento_Customer}, in alphabetical order. */
    public List<String> names() {
        return acl.names().stream()
                .map(resource -> resource.substring(0, resource.indexOf("::")))
                .distinct()
                .sorted()
                .toList();
    }
}
