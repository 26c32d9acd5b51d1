package io.clientele.customer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Changes accounts, after the VAT number that decides about the group has been checked where it must be. */
@ApplicationScoped
public class ProfileService {

    private final ProfileWriter writer;
    private final VatPreparation vat;

    @Inject
    ProfileService(ProfileWriter writer, VatPreparation vat) {
        this.writer = writer;
        this.vat = vat;
    }

    /**
     * Changes any property of a customer, as an administrator does. Moving it to another website ends its sessions.
     *
     * @throws io.clientele.shared.Refusal when there is no such customer for the caller, or something is wrong or taken
     */
    public Customer change(long id, CustomerDraft draft) {
        vat.changing(id, draft);
        return writer.change(id, draft);
    }

    /** Changes what customers may change of themselves; the rest of the draft has no effect. */
    public Customer changeOwn(long id, CustomerDraft draft) {
        vat.changing(id, draft);
        return writer.changeOwn(id, draft);
    }

    /** Gives the account another e-mail address. */
    public Customer changeEmail(long id, String email) {
        return writer.changeEmail(id, email);
    }

    /**
     * Gives the account back an address it had, which its owner has just proved to read.
     *
     * @throws io.clientele.shared.Refusal when somebody else has the address by now
     */
    public Customer restoreEmail(long id, String email) {
        return writer.restoreEmail(id, email);
    }
}
