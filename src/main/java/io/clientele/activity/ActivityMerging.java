package io.clientele.activity;

import io.clientele.shared.person.MergeParticipant;
import io.clientele.shared.person.MergeRule;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * What was bought, looked at and wished for is one person's. Balances of one kind and website are added up. The figures of
 * orders follow by themselves, and must be touched after the orders, as facts touch them.
 */
@ApplicationScoped
class ActivityMerging implements MergeParticipant {

    @Override
    public List<MergeRule> rules() {
        return List.of(
                MergeRule.moved("orders", "sales_order", "id"),
                MergeRule.moved("carts", "cart", "id"),
                MergeRule.moved("product views", "product_view", "id")
                        .unlessAlike("sku_key", "viewed_at")
                        .needs("website_id", "website", "id")
                        .needs("visitor_id", "visitor", "id"),
                MergeRule.moved("wish lists", "wishlist", "id"),
                MergeRule.moved("reviews", "product_review", "id"),
                MergeRule.moved("balances", "balance", "website_id", "kind")
                        .unlessAlike("website_id", "kind")
                        .combining("amount", "s.amount + t.amount")
                        .combining("as_of", "greatest(s.as_of, t.as_of)")
                        .needs("website_id", "website", "id"),
                MergeRule.moved("figures", "customer_figure")
                        .unlessAlike()
                        .combining("last_sign_in_at", "greatest(s.last_sign_in_at, t.last_sign_in_at)")
                        .overwriting("last_sign_in_at")
                        .passing());
    }
}
