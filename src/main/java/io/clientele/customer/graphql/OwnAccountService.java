package io.clientele.customer.graphql;

import io.clientele.customer.Customer;
import io.clientele.customer.CustomerDraft;
import io.clientele.customer.CustomerRefusals;
import io.clientele.customer.CustomerService;
import io.clientele.customer.EmailAddress;
import io.clientele.customer.PasswordService;
import io.clientele.customer.ProfileService;
import io.clientele.customer.RegistrationService;
import io.clientele.shared.Fold;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** What customers do with their own account over GraphQL, with the checks that only this edge asks for. */
@ApplicationScoped
class OwnAccountService {

    private final CustomerService customers;
    private final RegistrationService registration;
    private final ProfileService profiles;
    private final PasswordService passwords;

    @Inject
    OwnAccountService(
            CustomerService customers,
            RegistrationService registration,
            ProfileService profiles,
            PasswordService passwords) {
        this.customers = customers;
        this.registration = registration;
        this.profiles = profiles;
        this.passwords = passwords;
    }

    /** Makes an account; the message names the address as it was sent. */
    Customer register(@Nullable String email, CustomerDraft draft, @Nullable String password) {
        if (email == null || email.isBlank()) {
            throw GraphQLRefusals.emailNeeded();
        }
        checkEmail(email);
        return registration.register(draft, password);
    }

    /** Changes what is supplied of an account that is not locked. */
    Customer change(long id, CustomerDraft draft) {
        customers.unlocked(id);
        return profiles.changeOwn(id, draft);
    }

    /** The same in the older form, where a new address demands the password in the same input. */
    Customer change(long id, CustomerDraft draft, @Nullable String password) {
        Customer customer = customers.unlocked(id);
        String email = draft.person().email();
        if (email != null && !Fold.key(email.strip()).equals(Fold.key(customer.email()))) {
            if (password == null || password.isEmpty()) {
                throw GraphQLRefusals.passwordNeeded();
            }
            checkEmail(email);
            passwords.verify(id, password, CustomerRefusals.invalidLoginOrPassword());
        }
        return profiles.changeOwn(id, draft);
    }

    /** Gives the account another address, against its password. */
    Customer changeEmail(long id, String email, String password) {
        if (email.isBlank()) {
            throw GraphQLRefusals.specify("email");
        }
        if (password.isEmpty()) {
            throw GraphQLRefusals.specify("password");
        }
        customers.unlocked(id);
        checkEmail(email);
        passwords.verify(id, password, CustomerRefusals.invalidLoginOrPassword());
        return profiles.changeEmail(id, email);
    }

    Customer changePassword(long id, String current, String next) {
        if (current.isEmpty()) {
            throw GraphQLRefusals.specify("currentPassword");
        }
        if (next.isEmpty()) {
            throw GraphQLRefusals.specify("newPassword");
        }
        return passwords.change(id, current, next, CustomerRefusals.invalidLoginOrPassword());
    }

    void delete(long id) {
        customers.unlocked(id);
        customers.delete(id);
    }

    private static void checkEmail(String email) {
        if (!EmailAddress.isValid(email.strip())) {
            throw GraphQLRefusals.emailInvalid(email);
        }
    }
}
