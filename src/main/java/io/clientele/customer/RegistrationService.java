package io.clientele.customer;

import io.clientele.access.Credentials;
import io.clientele.access.HashedPassword;
import io.clientele.access.PasswordHasher;
import io.clientele.access.PasswordRules;
import io.clientele.access.Subject;
import io.clientele.address.AddressDraft;
import io.clientele.group.Groups;
import io.clientele.shared.CurrentCaller;
import io.clientele.shared.Refusals;
import io.clientele.store.StoreScope;
import io.clientele.store.StoreView;
import io.clientele.store.Stores;
import io.clientele.tax.vat.VatPolicy;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes accounts, for people who register and for administrators who enter them. */
@ApplicationScoped
public class RegistrationService {

    static final String MANAGE = "Magento_Customer::manage";

    private final CustomerWriter writer;
    private final Credentials credentials;
    private final PasswordRules passwordRules;
    private final PasswordHasher hasher;
    private final Groups groups;
    private final Stores stores;
    private final StoreScope scope;
    private final Confirmation confirmation;
    private final VatPreparation vat;
    private final VatPolicy policy;
    private final List<AccountParticipant> participants;
    private final CurrentCaller caller;
    private final Clock clock;
    private final AccountAudit audit;

    @Inject
    RegistrationService(
            CustomerWriter writer,
            Credentials credentials,
            PasswordRules passwordRules,
            PasswordHasher hasher,
            Groups groups,
            Stores stores,
            StoreScope scope,
            Confirmation confirmation,
            VatPreparation vat,
            VatPolicy policy,
            @All List<AccountParticipant> participants,
            CurrentCaller caller,
            Clock clock,
            AccountAudit audit) {
        this.writer = writer;
        this.credentials = credentials;
        this.passwordRules = passwordRules;
        this.hasher = hasher;
        this.groups = groups;
        this.stores = stores;
        this.scope = scope;
        this.confirmation = confirmation;
        this.vat = vat;
        this.policy = policy;
        this.participants = participants;
        this.caller = caller;
        this.clock = clock;
        this.audit = audit;
    }

    /**
     * Makes an account with its addresses and tells its owner by mail.
     *
     * @param password null for an account without one, which nobody can sign in to
     * @throws io.clientele.shared.Refusal when something is missing, wrong or taken, or a caller who may not manage
     *     customers names a group
     */
    public Customer register(CustomerDraft draft, @Nullable String password) {
        return register(draft, password, null);
    }

    /**
     * The same.
     *
     * @param redirectUrl where the link in the mail is to lead in the end
     */
    public Customer register(CustomerDraft draft, @Nullable String password, @Nullable String redirectUrl) {
        @Nullable HashedPassword hashed = hashed(draft, password);
        vat.registering(() -> view(draft), draft);
        return store(draft, hashed, isManager(), note -> created(note, redirectUrl));
    }

    /**
     * Makes an account without a password for somebody the shop knows already, whoever calls: nothing is to be confirmed,
     * since its owner gets a link to set the password. Otherwise as {@link #register}.
     */
    public Customer registerKnown(CustomerDraft draft) {
        vat.registering(() -> view(draft), draft);
        return store(draft, null, true, note -> created(note, null));
    }

    /** Has told what a new account causes: the audit log, the feed of events, and its owner by mail. */
    void created(AccountParticipant.Registration note, @Nullable String redirectUrl) {
        audit.created(note.customer());
        tell(note, redirectUrl);
    }

    /** Makes an account that exists elsewhere already: nobody is told, nor the audit log. Otherwise as {@link #register}. */
    public Customer enter(CustomerDraft draft, @Nullable String password) {
        return store(draft, hashed(draft, password), isManager(), note -> {});
    }

    private void tell(AccountParticipant.Registration registration, @Nullable String redirectUrl) {
        AccountParticipant.Registration full =
                new AccountParticipant.Registration(registration.customer(), registration.hasPassword(), redirectUrl);
        participants.forEach(participant -> participant.registered(full));
    }

    private @Nullable HashedPassword hashed(CustomerDraft draft, @Nullable String password) {
        demandGroupRight(draft);
        if (password == null || password.isEmpty()) {
            return null;
        }
        String email = draft.person().email();
        passwordRules.check(password, email == null ? "" : email.strip());
        // Before the transaction: no connection is held while hashing.
        return hasher.hash(password);
    }

    /** @throws io.clientele.shared.Refusal when a caller who may not manage customers names a group */
    void demandGroupRight(CustomerDraft draft) {
        if (draft.placement().groupId() != null && !isManager()) {
            throw Refusals.notAllowed(MANAGE);
        }
    }

    boolean isManager() {
        return caller.get().may(MANAGE);
    }

    /** @param manager whether the account is as the draft says, and not only what people may say of themselves */
    @Transactional
    Customer store(
            CustomerDraft draft,
            @Nullable HashedPassword password,
            boolean manager,
            Consumer<AccountParticipant.Registration> made) {
        CustomerEntity row = begun(draft, manager);
        Customer stored = writer.write(row, asNew(draft, manager));
        if (password != null) {
            credentials.set(Subject.customer(stored.id()), password);
        }
        made.accept(new AccountParticipant.Registration(stored, password != null, null));
        return stored;
    }

    /** The row of a new account with what the draft does not put over it. */
    CustomerEntity begun(CustomerDraft draft, boolean manager) {
        StoreView view = view(draft);
        if (manager && !caller.get().maySee(view.websiteId())) {
            throw Refusals.notAllowed(MANAGE);
        }
        CustomerEntity row = new CustomerEntity();
        row.websiteId = view.websiteId();
        row.storeId = view.id();
        row.createdIn = view.name();
        row.groupId = draft.placement().groupId() == null
                ? groups.defaultGroupId(view)
                : draft.placement().groupId();
        row.createdAt = manager ? CreatedAt.of(draft.placement().createdAt(), clock) : clock.instant();
        row.disableAutoGroupChange = policy.startsOptedOut();
        row.confirmation = manager ? null : confirmation.ofNew(view.websiteId());
        return row;
    }

    /** The store view named, or else the website's default one, or else the one the request speaks of. */
    StoreView view(CustomerDraft draft) {
        Integer website =
                draft.placement().websiteId() == null || draft.placement().websiteId() == 0
                        ? null
                        : draft.placement().websiteId();
        if (draft.placement().storeId() != null && draft.placement().storeId() != 0) {
            StoreView view = stores.view(draft.placement().storeId());
            if (website != null && view.websiteId() != website) {
                throw CustomerRefusals.storeNotInWebsite();
            }
            return view;
        }
        StoreView view = scope.view();
        return website == null || view.websiteId() == website ? view : stores.defaultViewOf(website);
    }

    /** All addresses of a new account are new; a person who registers says nothing of what is not theirs to say. */
    static CustomerDraft asNew(CustomerDraft draft, boolean manager) {
        CustomerDraft allowed = manager ? draft : draft.ofSelf();
        List<AddressDraft> book = allowed.book().addresses();
        return book == null
                ? allowed
                : allowed.with(book.stream().map(AddressDraft::asNew).toList());
    }
}
