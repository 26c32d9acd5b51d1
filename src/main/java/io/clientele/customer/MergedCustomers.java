package io.clientele.customer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Accounts that were merged into others: what their ids stand for, and what is still known of them. */
@ApplicationScoped
public class MergedCustomers {

    private final MergedCustomerRepository rows;
    private final CustomerRepository customers;

    @Inject
    MergedCustomers(MergedCustomerRepository rows, CustomerRepository customers) {
        this.rows = rows;
        this.customers = customers;
    }

    /** The account that the merged one's id stands for; empty for an id that was not merged. */
    public Optional<Customer> survivor(long id) {
        return rows.survivorOf(id).stream().boxed().findFirst().flatMap(customers::customer);
    }

    /** The accounts that were merged into the account. */
    public List<Long> into(long survivor) {
        return rows.into(List.of(survivor)).stream()
                .map(MergedCustomerRepository.Redirect::id)
                .toList();
    }

    /** The same, each with its folded address as far as that is still known. */
    public Map<Long, Optional<String>> addresses(long survivor) {
        return rows.into(List.of(survivor)).stream()
                .collect(Collectors.toMap(
                        MergedCustomerRepository.Redirect::id, MergedCustomerRepository.Redirect::emailKey));
    }

    /** Leaves of merged accounts what can still be asked for: the address is of no use once nothing can be undone. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void forgetAddresses(Collection<Long> ids) {
        rows.forgetNames(ids, false);
    }

    /**
     * Forgets whatever names a person among merged accounts; the ids go on standing for the accounts that they became.
     *
     * @param id the merged account's, or null
     * @return the merged accounts that it was
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Set<Long> forget(@Nullable Long id, String emailKey) {
        Set<Long> ids = new TreeSet<>(rows.withAddress(emailKey));
        if (id != null) {
            ids.add(id);
        }
        rows.forgetNames(ids, true);
        return ids;
    }
}
