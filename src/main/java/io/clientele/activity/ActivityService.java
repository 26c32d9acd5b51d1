package io.clientele.activity;

import io.clientele.shared.load.LoadResult;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes in what shops report. Facts are stored some hundreds at a time, each whole or not at all; the numbers of those that
 * are refused begin with 1.
 */
@ApplicationScoped
public class ActivityService {

    static final String WRITE = "Clientele_Activity::write";

    private final FactLoad load;
    private final OrderWriter orders;
    private final OrderChecks orderChecks;
    private final CartWriter carts;
    private final ViewWriter views;
    private final WishlistWriter wishlists;
    private final ReviewWriter reviews;
    private final BalanceWriter balances;

    @Inject
    ActivityService(
            FactLoad load,
            OrderWriter orders,
            OrderChecks orderChecks,
            CartWriter carts,
            ViewWriter views,
            WishlistWriter wishlists,
            ReviewWriter reviews,
            BalanceWriter balances) {
        this.load = load;
        this.orders = orders;
        this.orderChecks = orderChecks;
        this.carts = carts;
        this.views = views;
        this.wishlists = wishlists;
        this.reviews = reviews;
        this.balances = balances;
    }

    public LoadResult reportOrders(List<OrderDraft> drafts) {
        return load.load(drafts, orders);
    }

    /**
     * Stores orders in the transaction in hand, for a load that the audit log hears of as a whole. They are numbered from 1 on;
     * no two of them may be the same order.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public LoadResult enterOrders(List<OrderDraft> drafts) {
        return entered(drafts, orders);
    }

    /** The same for balances, of which no two may be the same one. */
    @Transactional(Transactional.TxType.MANDATORY)
    public LoadResult enterBalances(List<BalanceDraft> drafts) {
        return entered(drafts, balances);
    }

    private static <D extends Record> LoadResult entered(List<D> drafts, FactWriter<D> writer) {
        LoadResult result = new LoadResult();
        result.received(drafts.size());
        writer.write(numbered(drafts)).addTo(result);
        return result;
    }

    /** What is wrong with orders by themselves; whose they are is not looked at, and nothing is stored. */
    public LoadResult checkOrders(List<OrderDraft> drafts) {
        LoadResult result = new LoadResult();
        result.received(drafts.size());
        Outcome outcome = new Outcome();
        var _ = Reports.of(numbered(drafts), orderChecks::report, outcome);
        outcome.addTo(result);
        return result;
    }

    private static <D extends Record> List<Reports.Numbered<D>> numbered(List<D> drafts) {
        List<Reports.Numbered<D>> numbered = new ArrayList<>(drafts.size());
        for (D draft : drafts) {
            numbered.add(new Reports.Numbered<>(numbered.size() + 1L, draft));
        }
        return numbered;
    }

    public LoadResult reportCarts(List<CartDraft> drafts) {
        return load.load(drafts, carts);
    }

    public LoadResult reportViews(List<ViewDraft> drafts) {
        return load.load(drafts, views);
    }

    public LoadResult reportWishlists(List<WishlistDraft> drafts) {
        return load.load(drafts, wishlists);
    }

    public LoadResult reportReviews(List<ReviewDraft> drafts) {
        return load.load(drafts, reviews);
    }

    public LoadResult reportBalances(List<BalanceDraft> drafts) {
        return load.load(drafts, balances);
    }

    /** @throws io.clientele.shared.Refusal when nothing of the body can be read */
    LoadResult orders(FactStream body) {
        return load.load(body, orders);
    }

    /** @throws io.clientele.shared.Refusal when nothing of the body can be read */
    LoadResult carts(FactStream body) {
        return load.load(body, carts);
    }

    /** @throws io.clientele.shared.Refusal when nothing of the body can be read */
    LoadResult views(FactStream body) {
        return load.load(body, views);
    }

    /** @throws io.clientele.shared.Refusal when nothing of the body can be read */
    LoadResult wishlists(FactStream body) {
        return load.load(body, wishlists);
    }

    /** @throws io.clientele.shared.Refusal when nothing of the body can be read */
    LoadResult reviews(FactStream body) {
        return load.load(body, reviews);
    }

    /** @throws io.clientele.shared.Refusal when nothing of the body can be read */
    LoadResult balances(FactStream body) {
        return load.load(body, balances);
    }
}
