package io.clientele.tax;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A tax rate over REST. The region's name is shown and never taken: it follows from the region. */
@Schema(
        name = "tax-data-tax-rate-interface",
        requiredProperties = {"tax_country_id", "rate", "code"})
public record TaxRateBody(
        @Nullable Integer id,
        @Nullable String taxCountryId,
        @Nullable Integer taxRegionId,
        @Nullable String regionName,
        @Nullable String taxPostcode,
        @Nullable Integer zipIsRange,
        @Nullable Integer zipFrom,
        @Nullable Integer zipTo,
        @Nullable BigDecimal rate,
        @Nullable String code,
        @Nullable List<TitleBody> titles) {

    /** What a store view calls the rate. The contract has the id as a text. */
    @Schema(
            name = "tax-data-tax-rate-title-interface",
            requiredProperties = {"store_id", "value"})
    public record TitleBody(
            @Nullable String storeId, @Nullable String value) {

        private TaxRateDraft.Title draft() {
            String id = storeId == null ? "" : storeId.strip();
            return new TaxRateDraft.Title(id.matches("[0-9]{1,9}") ? Integer.valueOf(id) : null, value);
        }
    }

    static TaxRateBody of(TaxRate rate) {
        return new TaxRateBody(
                rate.id(),
                rate.countryId(),
                rate.regionId(),
                rate.regionCode(),
                rate.postcode(),
                rate.zipFrom() == null ? null : 1,
                rate.zipFrom(),
                rate.zipTo(),
                rate.percent(),
                rate.code(),
                rate.titles().stream()
                        .map(title -> new TitleBody(Integer.toString(title.storeId()), title.value()))
                        .toList());
    }

    TaxRateDraft draft() {
        return new TaxRateDraft(
                id == null ? 0 : id,
                taxCountryId,
                taxRegionId,
                taxPostcode,
                zipIsRange != null && zipIsRange != 0,
                zipFrom,
                zipTo,
                rate,
                code,
                titles == null ? null : titles.stream().map(TitleBody::draft).toList());
    }
}
