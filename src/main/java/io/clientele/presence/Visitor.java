package io.clientele.presence;

/**
 * Somebody who has not signed in.
 *
 * @param websiteId the website the visitor came to
 * @param groupId the group of everybody who has not signed in
 * @param taxClassId that group's
 */
public record Visitor(long id, int websiteId, int groupId, int taxClassId) {}
