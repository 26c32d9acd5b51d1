package io.clientele.activity.history;

import io.clientele.customer.CustomerService;
import io.clientele.shared.CurrentCaller;
import io.clientele.store.Settings;
import io.clientele.store.StoreSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Shows administrators what customers did; one who is limited to websites sees what belongs to these. */
@ApplicationScoped
public class CustomerActivityService {

    static final String RESOURCE = "Magento_Customer::manage";

    private final ActivityRepository activity;
    private final CustomerService customers;
    private final CurrentCaller caller;
    private final Settings settings;

    @Inject
    CustomerActivityService(
            ActivityRepository activity, CustomerService customers, CurrentCaller caller, Settings settings) {
        this.activity = activity;
        this.customers = customers;
        this.caller = caller;
        this.settings = settings;
    }

    /** @throws io.clientele.shared.Refusal when there is no such customer, or it is not the caller's to see */
    CustomerActivity of(long id) {
        long customerId = customers.read(id).id();
        return activity.of(new long[] {customerId}, caller.get().websiteIds()).getFirst();
    }

    /** The activity of customers whom the caller sees already, by customer: one statement. */
    public Map<Long, CustomerActivity> of(Collection<Long> customerIds) {
        long[] ids = customerIds.stream().mapToLong(Long::longValue).distinct().toArray();
        return activity.of(ids, caller.get().websiteIds()).stream()
                .collect(Collectors.toMap(CustomerActivity::customerId, Function.identity()));
    }

    /** The currency the website's sums are kept in. */
    public String baseCurrency(int websiteId) {
        return settings.text(StoreSettings.BASE_CURRENCY, websiteId);
    }
}
