package io.clientele.customer.graphql;

import io.clientele.access.PasswordRules;
import io.clientele.access.TokenLifetimes;
import io.clientele.customer.CustomerSettings;
import io.clientele.store.Settings;
import io.clientele.store.StoreConfigNode;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** What a store view's configuration says of accounts. */
@GraphQLApi
public class CustomerConfigGraphQL {

    private final Settings settings;
    private final PasswordRules passwords;
    private final TokenLifetimes lifetimes;

    @Inject
    CustomerConfigGraphQL(Settings settings, PasswordRules passwords, TokenLifetimes lifetimes) {
        this.settings = settings;
        this.passwords = passwords;
        this.lifetimes = lifetimes;
    }

    @Name("minimum_password_length")
    public List<String> minimumPasswordLength(@Source List<StoreConfigNode> configs) {
        return configs.stream()
                .map(config -> Integer.toString(passwords.minimumLength()))
                .toList();
    }

    @Name("required_character_classes_number")
    public List<String> requiredCharacterClassesNumber(@Source List<StoreConfigNode> configs) {
        return configs.stream()
                .map(config -> Integer.toString(passwords.requiredClasses()))
                .toList();
    }

    /** In hours; null for no end. */
    @Name("customer_access_token_lifetime")
    public List<@Nullable Double> customerAccessTokenLifetime(@Source List<StoreConfigNode> configs) {
        return Collections.nCopies(configs.size(), lifetimes.shownHours());
    }

    /** Whether a new account must be confirmed before its owner can sign in. */
    @Name("create_account_confirmation")
    public List<Boolean> createAccountConfirmation(@Source List<StoreConfigNode> configs) {
        return configs.stream()
                .map(config -> settings.flag(
                        CustomerSettings.CONFIRMATION, config.view().websiteId()))
                .toList();
    }

    /** Whether browsers may fill in the forms for signing in. */
    @Name("autocomplete_on_storefront")
    public List<Boolean> autocompleteOnStorefront(@Source List<StoreConfigNode> configs) {
        return configs.stream()
                .map(config -> settings.flag(
                        CustomerSettings.AUTOCOMPLETE, config.view().websiteId()))
                .toList();
    }

    /** Whether customers who have signed in are to be led to their account. */
    @Name("redirect_to_account_dashboard")
    public List<Boolean> redirectToAccountDashboard(@Source List<StoreConfigNode> configs) {
        return configs.stream()
                .map(config -> settings.flag(
                        CustomerSettings.TO_DASHBOARD, config.view().websiteId()))
                .toList();
    }
}
