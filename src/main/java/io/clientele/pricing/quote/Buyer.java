package io.clientele.pricing.quote;

import io.clientele.tax.TaxPlace;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is quoted.
 *
 * @param groupId the group
 * @param pricedGroupId the group whose tier prices count; null where the website is closed to the group
 * @param taxClassId the group's tax class
 * @param place where the buyer is taxed
 * @param segments the segments the buyer is in
 */
record Buyer(int groupId, @Nullable Integer pricedGroupId, int taxClassId, TaxPlace place, Set<Long> segments) {}
