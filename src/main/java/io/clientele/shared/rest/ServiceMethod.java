package io.clientele.shared.rest;

/**
 * What the contract calls the code behind a route: clients read it in topics and in messages about operations.
 *
 * @param type {@code Magento\Customer\Api\AccountManagementInterface}
 * @param method {@code createAccount}
 */
public record ServiceMethod(String type, String method) {}
