package io.clientele.attribute;

import io.clientele.shared.Caller;
import io.clientele.shared.CurrentCaller;
import io.clientele.store.StoreScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** The merchant's attributes as the caller may read them: shoppers those that are visible in the website they are in. */
@ApplicationScoped
public class ReadableAttributes {

    private final Attributes attributes;
    private final CurrentCaller caller;
    private final StoreScope store;

    @Inject
    ReadableAttributes(Attributes attributes, CurrentCaller caller, StoreScope store) {
        this.attributes = attributes;
        this.caller = caller;
        this.store = store;
    }

    /** In their order. */
    public List<Attribute> of(AttributeOwner owner) {
        List<Attribute> all = attributes.custom(owner);
        if (all.isEmpty() || !isShopper(caller.get())) {
            return all;
        }
        int website = store.view().websiteId();
        return all.stream().filter(attribute -> attribute.visibleIn(website)).toList();
    }

    static boolean isShopper(Caller who) {
        return who.isCustomer() || who.isGuest();
    }
}
