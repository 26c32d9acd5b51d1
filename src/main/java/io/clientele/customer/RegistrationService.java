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
import io.clientele.store.Settings;
import io.clientele.store.StoreScope;
import io.clientele.store.StoreView;
import io.clientele.store.Stores;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
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
    private final Settings settings;
    private final CurrentCaller caller;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    @Inject
    RegistrationService(
            CustomerWriter writer,
            Credentials credentials,
            PasswordRules passwordRules,
            PasswordHasher hasher,
            Groups groups,
            Stores stores,
            StoreScope scope,
            Settings settings,
            CurrentCaller caller,
            Clock clock) {
        this.writer = writer;
        this.credentials = credentials;
        this.passwordRules = passwordRules;
        this.hasher = hasher;
        this.groups = groups;
        this.stores = stores;
        this.scope = scope;
        this.settings = settings;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Makes an account with its addresses.
     *
     * @param password null for an account without one, which nobody can sign in to
     * @throws io.clientele.shared.Refusal when something is missing, wrong or taken, or a caller who may not manage
     *     customers names a group
     */
    public Customer register(CustomerDraft draft, @Nullable String password) {
        boolean manager = caller.get().may(MANAGE);
        if (draft.placement().groupId() != null && !manager) {
            throw Refusals.notAllowed(MANAGE);
        }
        HashedPassword hashed = null;
        if (password != null && !password.isEmpty()) {
            passwordRules.check(
                    password,
                    draft.person().email() == null ? "" : draft.person().email().strip());
            // Before the transaction: no connection is held while hashing.
            hashed = hasher.hash(password);
        }
        return store(draft, hashed, manager);
    }

    @Transactional
    Customer store(CustomerDraft draft, @Nullable HashedPassword password, boolean manager) {
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
        if (settings.flag(CustomerSettings.CONFIRMATION, view.websiteId()) && !manager) {
            row.confirmation = confirmationKey();
        }
        Customer stored = writer.write(row, asNew(draft, manager));
        if (password != null) {
            credentials.set(Subject.customer(stored.id()), password);
        }
        return stored;
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

    private String confirmationKey() {
        byte[] key = new byte[16];
        random.nextBytes(key);
        return HexFormat.of().formatHex(key);
    }

    /** All addresses of a new account are new; a person who registers says nothing of what is not theirs to say. */
    private static CustomerDraft asNew(CustomerDraft draft, boolean manager) {
        CustomerDraft allowed = manager ? draft : draft.ofSelf();
        List<AddressDraft> book = allowed.book().addresses();
        return book == null
                ? allowed
                : allowed.with(book.stream().map(AddressDraft::asNew).toList());
    }
}
