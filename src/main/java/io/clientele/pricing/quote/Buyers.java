package io.clientele.pricing.quote;

import io.clientele.access.SharingScope;
import io.clientele.group.Group;
import io.clientele.group.Groups;
import io.clientele.shared.Caller;
import io.clientele.shared.CurrentCaller;
import io.clientele.tax.TaxPlace;
import io.clientele.tax.TaxPlaces;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;

/**
 * Decides who is quoted. Customers are quoted as themselves and guests as guests, whatever they name. Moments and
 * explanations are not theirs to ask for: left out without a word, the answer would be taken for what it is not.
 */
@ApplicationScoped
class Buyers {

    private final CurrentCaller caller;
    private final BuyerRepository customers;
    private final Groups groups;
    private final PricePlaces places;
    private final TaxPlaces taxPlaces;
    private final SharingScope sharing;
    private final CallerSegments segments;

    @Inject
    Buyers(
            CurrentCaller caller,
            BuyerRepository customers,
            Groups groups,
            PricePlaces places,
            TaxPlaces taxPlaces,
            SharingScope sharing,
            CallerSegments segments) {
        this.caller = caller;
        this.customers = customers;
        this.groups = groups;
        this.places = places;
        this.taxPlaces = taxPlaces;
        this.sharing = sharing;
        this.segments = segments;
    }

    /** The buyer the caller may be quoted as on the website, by one statement at most. */
    Buyer of(QuoteDraft draft, int websiteId) {
        Caller who = caller.get();
        if (who.isCustomer() || who.isGuest()) {
            if (draft.at() != null || draft.explain()) {
                throw QuoteRefusals.notAllowed();
            }
            return caller(websiteId);
        }
        demand(who, draft, websiteId);
        if (draft.customerId() != null) {
            return customer(draft.customerId(), websiteId);
        }
        return inGroup(draft.groupId() == null ? Group.NOT_LOGGED_IN : draft.groupId(), websiteId);
    }

    /** The caller as a shopper; a customer whose account does not count on the website is a guest there. */
    Buyer caller(int websiteId) {
        Caller who = caller.get();
        return who.isCustomer() && sharing.includes(who.websiteId(), websiteId)
                ? customer(who.id(), websiteId)
                : visitor(websiteId);
    }

    private static void demand(Caller who, QuoteDraft draft, int websiteId) {
        boolean names = draft.customerId() != null || draft.groupId() != null || draft.at() != null || draft.explain();
        if (!who.maySee(websiteId) || (names && !who.may(QuoteService.RESOURCE))) {
            throw QuoteRefusals.notAllowed();
        }
        if (draft.customerId() != null && draft.groupId() != null) {
            throw QuoteRefusals.customerAndGroup();
        }
    }

    private Buyer customer(long id, int websiteId) {
        BuyerRepository.Row row = customers
                .find(id)
                .filter(found -> caller.get().isCustomer() || caller.get().maySee(found.websiteId()))
                .orElseThrow(() -> QuoteRefusals.unknownCustomer(id));
        if (!sharing.includes(row.websiteId(), websiteId)) {
            return inGroup(Group.NOT_LOGGED_IN, websiteId);
        }
        TaxPlace place = taxPlaces.of(places.view(websiteId), row.billing(), row.shipping());
        return buyer(groups.group(row.groupId()), websiteId, place, segments.ofCustomer(id, websiteId));
    }

    private Buyer visitor(int websiteId) {
        TaxPlace place = taxPlaces.of(places.view(websiteId), null, null);
        return buyer(groups.group(Group.NOT_LOGGED_IN), websiteId, place, segments.ofVisitor(websiteId));
    }

    private Buyer inGroup(int groupId, int websiteId) {
        TaxPlace place = taxPlaces.of(places.view(websiteId), null, null);
        return buyer(groups.group(groupId), websiteId, place, Set.of());
    }

    private static Buyer buyer(Group group, int websiteId, TaxPlace place, Set<Long> memberOf) {
        Integer priced = group.excludes(websiteId) ? null : group.id();
        return new Buyer(group.id(), priced, group.taxClassId(), place, memberOf);
    }
}
