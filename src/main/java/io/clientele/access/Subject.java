package io.clientele.access;

import io.clientele.shared.Caller;

/**
 * Whom a credential or a token belongs to, without knowing more about it.
 *
 * @param type administrator or customer
 * @param id the id that the owning feature gave
 */
public record Subject(Caller.Type type, long id) {

    public static Subject customer(long id) {
        return new Subject(Caller.Type.CUSTOMER, id);
    }

    public static Subject admin(long id) {
        return new Subject(Caller.Type.ADMIN, id);
    }

    /** Has no credential, and never will. */
    static Subject nobody(Caller.Type type) {
        return new Subject(type, 0);
    }

    static Subject of(int typeNumber, long id) {
        for (Caller.Type type : Caller.Type.values()) {
            if (type.number() == typeNumber) {
                return new Subject(type, id);
            }
        }
        throw new IllegalArgumentException("no caller type has the number " + typeNumber);
    }
}
