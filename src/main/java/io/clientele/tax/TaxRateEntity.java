package io.clientele.tax;

import io.clientele.shared.Fold;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row of {@code tax_rate}, with its titles. */
@Entity
@Table(name = "tax_rate")
class TaxRateEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Integer id;

    @Column(name = "country_id")
    String countryId;

    @Column(name = "region_id")
    int regionId;

    @Column(name = "region_code")
    @Nullable
    String regionCode;

    @Column
    String postcode;

    @Column(name = "zip_from")
    @Nullable
    Integer zipFrom;

    @Column(name = "zip_to")
    @Nullable
    Integer zipTo;

    @Column(precision = 12, scale = 4)
    BigDecimal percent;

    @Column
    String code;

    @Column(name = "code_key")
    String codeKey;

    @ElementCollection
    @CollectionTable(name = "tax_rate_title", joinColumns = @JoinColumn(name = "tax_rate_id"))
    @MapKeyColumn(name = "store_id")
    @Column(name = "value")
    Map<Integer, String> titles = new HashMap<>();

    void rename(String newCode) {
        code = newCode;
        codeKey = Fold.key(newCode);
    }
}
