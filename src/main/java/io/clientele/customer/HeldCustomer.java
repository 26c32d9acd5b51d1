package io.clientele.customer;

import org.jspecify.annotations.Nullable;

/**
 * What is needed of an account that is changed together with others; nobody else changes it until the transaction ends.
 *
 * @param name first and last name
 * @param confirmation what is still to be confirmed, or null
 * @param attributes the column with the values of the merchant's attributes
 */
public record HeldCustomer(
        long id,
        int websiteId,
        int storeId,
        int groupId,
        String email,
        String name,
        @Nullable String confirmation,
        boolean active,
        String attributes) {}
