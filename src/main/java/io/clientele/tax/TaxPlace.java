package io.clientele.tax;

/**
 * Where something is taxed.
 *
 * @param countryId the two-letter code
 * @param regionId one of the country's regions, or 0 where it is none or not known
 * @param postcode as it was written; empty where it is not known
 */
public record TaxPlace(String countryId, int regionId, String postcode) {}
