package io.clientele.address;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;

/** A row of {@code customer_address}. */
@Entity
@Table(name = "customer_address")
class AddressEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    @Column(name = "customer_id")
    long customerId;

    @Column(name = "website_id")
    int websiteId;

    @Nullable
    String firstname;

    @Nullable
    String lastname;

    @Nullable
    String middlename;

    @Nullable
    String prefix;

    @Nullable
    String suffix;

    @Nullable
    String company;

    List<String> street = new ArrayList<>();

    @Nullable
    String city;

    @Nullable
    String postcode;

    @Column(name = "country_id")
    @Nullable
    String countryId;

    @Column(name = "region_id")
    int regionId;

    @Nullable
    String region;

    @Column(name = "region_code")
    @Nullable
    String regionCode;

    @Nullable
    String telephone;

    @Nullable
    String fax;

    @Column(name = "vat_id")
    @Nullable
    String vatId;

    @Column(name = "vat_is_valid")
    @Nullable
    Boolean vatValid;

    @Column(name = "vat_request_id")
    @Nullable
    String vatRequestId;

    @Column(name = "vat_request_date")
    @Nullable
    LocalDate vatRequestDate;

    @Column(name = "vat_request_success")
    @Nullable
    Boolean vatRequestSuccess;

    @Column(name = "is_default_billing")
    boolean defaultBilling;

    @Column(name = "is_default_shipping")
    boolean defaultShipping;

    /** Values by attribute, as JSON. */
    @Column(columnDefinition = "jsonb")
    @ColumnTransformer(write = "?::jsonb")
    String attributes = "{}";

    @Column(name = "external_id")
    @Nullable
    String externalId;

    @Column(name = "created_at")
    Instant createdAt = Instant.EPOCH;

    @Column(name = "updated_at")
    Instant updatedAt = Instant.EPOCH;

    /** Keeps what the check of the VAT number came to; null forgets it. */
    void note(Address.@Nullable VatCheck check) {
        vatValid = check == null ? null : check.valid();
        vatRequestId = check == null ? null : check.requestId();
        vatRequestDate = check == null ? null : check.requestDate();
        vatRequestSuccess = check == null ? null : check.success();
    }
}
