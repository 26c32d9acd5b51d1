package io.clientele.access;

import io.clientele.shared.Caller;
import io.clientele.shared.CurrentCaller;
import io.clientele.shared.Refusal;
import io.clientele.shared.Refusals;
import io.clientele.store.Stores;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks what the caller wants to give to a role or an integration: resources and websites that are, and the caller's to give. */
@ApplicationScoped
public class GrantChecks {

    private final AclTree acl;
    private final Stores stores;
    private final CurrentCaller caller;

    GrantChecks(AclTree acl, Stores stores, CurrentCaller caller) {
        this.acl = acl;
        this.stores = stores;
        this.caller = caller;
    }

    /** @throws Refusal that names the first resource that is unknown, or that the caller does not hold */
    public List<String> resources(List<@Nullable String> given) {
        for (String resource : given) {
            if (resource == null || !acl.has(resource)) {
                throw Refusals.invalidValue("resources", String.valueOf(resource));
            }
        }
        List<String> resources = List.copyOf(given).stream().distinct().toList();
        Grants.mayGive(caller.get(), resources);
        return resources;
    }

    /** @throws Refusal that names the first website that is unknown, or that the caller may not see */
    public List<Integer> websites(List<@Nullable Integer> given) {
        Caller by = caller.get();
        for (Integer website : given) {
            if (website == null || stores.findWebsite(website).isEmpty() || !by.maySee(website)) {
                throw Refusals.invalidValue("website_ids", String.valueOf(website));
            }
        }
        List<Integer> websites = List.copyOf(given).stream().distinct().sorted().toList();
        if (!Grants.sees(by, websites)) {
            // Empty means all of them, which is more than this caller has.
            throw Refusals.invalidValue("website_ids", "");
        }
        return websites;
    }
}
