package io.clientele.access;

import java.util.List;

/**
 * One thing a role may grant, with what it includes.
 *
 * @param id the name routes demand, such as {@code Magento_Customer::manage}
 */
public record AclEntry(String id, String title, List<AclEntry> children) {}
