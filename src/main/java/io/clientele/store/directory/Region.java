package io.clientele.store.directory;

/**
 * A state, province, canton or county that addresses of its country name.
 *
 * @param id the published id where the contract has one, ours from 10,000 up otherwise; it never changes
 * @param countryId the two-letter code of its country
 * @param code what the contract or ISO 3166-2 calls it; not always unique in its country (the armed forces' AE)
 * @param name its name in Latin letters
 */
public record Region(int id, String countryId, String code, String name) {}
