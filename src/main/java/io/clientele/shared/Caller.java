package io.clientele.shared;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is calling.
 *
 * @param type what sort of caller it is
 * @param id the customer's, administrator's or integration's id; 0 for a guest
 * @param resources the ACL resources an administrator or integration holds, by name; of a customer the scopes a third
 *     party was given, none when the customer calls
 * @param websiteIds the websites an administrator is limited to; empty means all
 * @param onBehalfOf the administrator who acts for the customer, or null
 * @param sessionId the token's session, or null for a guest
 * @param websiteId the website of a customer's account; 0 for everybody else
 */
public record Caller(
        Type type,
        long id,
        Set<String> resources,
        Set<Integer> websiteIds,
        @Nullable Long onBehalfOf,
        @Nullable Long sessionId,
        int websiteId) {

    /** The nobody: a caller without a valid token. */
    public static final Caller GUEST = new Caller(Type.GUEST, 0, Set.of(), Set.of(), null, null, 0);

    /** The resource that includes every other one. */
    public static final String EVERYTHING = "Magento_Backend::all";

    /** Scope of a third party: to see what is the customer's. */
    public static final String CUSTOMER_READ = "customer:read";

    /** Scope of a third party: to change it. It goes with {@link #CUSTOMER_READ}, since changes answer what they made. */
    public static final String CUSTOMER_WRITE = "customer:write";

    /** The person at the terminal, where no request calls: whoever is there has the database's passwords at hand anyway. */
    public static final Caller OPERATOR = new Caller(Type.ADMIN, 0, Set.of(EVERYTHING), Set.of(), null, null, 0);

    /** The kinds of callers, with the numbers the contract gives them ({@code utypid}). */
    public enum Type {
        INTEGRATION(1),
        ADMIN(2),
        CUSTOMER(3),
        GUEST(4);

        private final int number;

        Type(int number) {
            this.number = number;
        }

        public int number() {
            return number;
        }
    }

    public boolean isCustomer() {
        return type == Type.CUSTOMER;
    }

    public boolean isGuest() {
        return type == Type.GUEST;
    }

    /** Whether a third party acts for the customer, within what the customer consented to. */
    public boolean isDelegated() {
        return isCustomer() && !resources.isEmpty();
    }

    /** Whether an administrator or integration holds the resource ; whoever holds the root holds everything. */
    public boolean may(String resource) {
        return resources.contains(EVERYTHING) || resources.contains(resource);
    }

    /**
     * Whether the caller may call an operation.
     *
     * @param acl what its {@link Acl} says
     */
    public boolean mayCall(String acl) {
        return switch (acl) {
            case Acl.ANONYMOUS -> true;
            case Acl.SELF -> isCustomer();
            default -> may(acl);
        };
    }

    /** Whether the caller may see and change what belongs to the website. */
    public boolean maySee(int website) {
        return websiteIds.isEmpty() || websiteIds.contains(website);
    }
}
