package io.clientele.customer;

import io.clientele.shared.person.MergeParticipant;
import io.clientele.shared.person.MergeRule;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;

/**
 * What belongs to an account besides its own row, which {@link AccountMerges} sees to. First of all: other features' rules read whether
 * the account that stays objects.
 */
@ApplicationScoped
@Priority(1)
class CustomerMerging implements MergeParticipant {

    private final CustomerKeywords keywords;

    @Inject
    CustomerMerging(CustomerKeywords keywords) {
        this.keywords = keywords;
    }

    @Override
    public List<MergeRule> rules() {
        return List.of(
                MergeRule.remains("customer", "the account itself").by("id", "true"),
                MergeRule.moved("redirects", "merged_customer", "id"),
                MergeRule.moved("objections", "customer_restriction")
                        .unlessAlike()
                        .combining("objected_at", "least(s.objected_at, t.objected_at)"),
                MergeRule.ended("mailed tokens", "account_token"),
                MergeRule.remains("shared_email", "it follows the account's address"),
                MergeRule.remains("customer_keyword", "it is written anew from what the account has become"),
                MergeRule.remains("customer_without_billing", "the database keeps it as addresses change"),
                MergeRule.remains("attribute_file", "files follow the values that name them"));
    }

    @Override
    public void settle(Collection<Long> customerIds) {
        keywords.refresh(customerIds.stream().mapToLong(Long::longValue).toArray());
    }
}
