package io.clientele.customer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A row of {@code customer}. Only changed columns are written, so that two writers of different fields both win. */
@Entity
@Table(name = "customer")
@DynamicUpdate
class CustomerEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    @Column(name = "account_scope")
    int accountScope;

    @Column(name = "website_id")
    int websiteId;

    @Column(name = "store_id")
    int storeId;

    @Column(name = "group_id")
    int groupId;

    String email = "";

    @Column(name = "email_key")
    String emailKey = "";

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
    LocalDate dob;

    @Nullable
    @JdbcTypeCode(SqlTypes.SMALLINT)
    Integer gender;

    @Nullable
    String taxvat;

    @Nullable
    String confirmation;

    @Column(name = "created_in")
    String createdIn = "";

    @Column(name = "disable_auto_group_change")
    boolean disableAutoGroupChange;

    /** The VAT number by which the group was last decided; null or empty where none was. */
    @Column(name = "vat_basis")
    @Nullable
    String vatBasis;

    @Column(name = "external_id")
    @Nullable
    String externalId;

    /** Values by attribute, as JSON. */
    @Column(columnDefinition = "jsonb")
    @ColumnTransformer(write = "?::jsonb")
    String attributes = "{}";

    @Column(name = "is_active")
    boolean active = true;

    @Column(name = "email_verified_at")
    @Nullable
    Instant emailVerifiedAt;

    @Column(name = "created_at")
    Instant createdAt = Instant.EPOCH;

    @Column(name = "updated_at")
    Instant updatedAt = Instant.EPOCH;
}
