package io.clientele.activity;

import io.clientele.activity.Outcome.Effect;
import io.clientele.activity.Reports.Numbered;
import io.clientele.shared.Refusals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes balances, each as it was at the last moment that was reported. */
@ApplicationScoped
class BalanceWriter implements FactWriter<BalanceDraft> {

    private static final Set<String> KINDS = Set.of("store_credit", "reward");

    private final FactWebsites websites;
    private final People people;
    private final BalanceRepository balances;

    @Inject
    BalanceWriter(FactWebsites websites, People people, BalanceRepository balances) {
        this.websites = websites;
        this.people = people;
        this.balances = balances;
    }

    @Override
    public String name() {
        return "balances";
    }

    @Override
    public Class<BalanceDraft> draft() {
        return BalanceDraft.class;
    }

    @Override
    public Outcome write(List<Numbered<BalanceDraft>> drafts) {
        Outcome outcome = new Outcome();
        Reports<Balance> reports = Reports.of(drafts, this::report, outcome);
        websites.hold(reports.keys(balance -> balance.key().websiteId()));
        FoundPeople found = people.find(reports.keys(BalanceWriter::person));
        Latest<Balance.Key, Balance> latest = new Latest<>();
        balances.lock(reports.keys(balance -> balance.key().customerId()))
                .forEach(each -> latest.stored(each.key(), each.asOf()));
        reports.each(balance -> take(latest, found, balance));
        balances.insert(latest.created());
        balances.update(latest.changed());
        return outcome;
    }

    private static Effect take(Latest<Balance.Key, Balance> latest, FoundPeople found, Balance balance) {
        Long customer = found.customer(person(balance));
        if (customer == null || customer != balance.key().customerId()) {
            // A balance of the account it was merged into is no longer what the shop knows under this id.
            throw Refusals.noSuchEntity("customer_id", balance.key().customerId());
        }
        return latest.take(balance.key(), balance.asOf(), balance);
    }

    private static Person person(Balance balance) {
        return new Person(balance.key().websiteId(), balance.key().customerId(), null, null, null);
    }

    private Balance report(BalanceDraft draft) {
        FactFields fields = new FactFields();
        Balance balance = new Balance(
                new Balance.Key(
                        fields.given("customer_id", draft.customerId(), 0L),
                        websites.read(fields, draft.websiteId()),
                        kind(fields, draft.kind())),
                fields.amount("amount", draft.amount()),
                fields.moment("as_of", draft.asOf()));
        fields.demandNoErrors();
        return balance;
    }

    private static String kind(FactFields fields, @Nullable String sent) {
        String kind = fields.text("kind", sent, FactFields.LONGEST_STATUS);
        if (!kind.isEmpty() && !KINDS.contains(kind)) {
            fields.wrong("kind", kind);
        }
        return kind;
    }
}
