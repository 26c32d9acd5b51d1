package io.clientele.customer.life;

import io.clientele.access.AddressThrottle;
import io.clientele.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Supplier;

/** Counts wrong tokens, and questions about e-mail addresses, for the network address they come from. */
@ApplicationScoped
class TokenGuesses {

    private final AddressThrottle addresses;

    @Inject
    TokenGuesses(AddressThrottle addresses) {
        this.addresses = addresses;
    }

    /**
     * Counts a question about an address, whatever the answer. Before anything is read: it needs a connection.
     *
     * @throws Refusal of kind TOO_MANY when the caller's address has asked too often
     */
    void ask() {
        addresses.probe();
    }

    /**
     * Does what takes a token, and what is transactional in it by itself. A refusal counts for the caller's address, a success costs it nothing.
     *
     * @throws Refusal that of the work, or of kind TOO_MANY when the address has guessed too often
     */
    <T> T watch(Supplier<T> work) {
        addresses.check();
        try {
            return work.get();
        } catch (Refusal refusal) {
            addresses.failed();
            throw refusal;
        }
    }
}
