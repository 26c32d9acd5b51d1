package io.clientele.tax;

import io.clientele.shared.Fold;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row of tax classes. */
@Entity
@Table(name = "tax_class")
class TaxClassEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Integer id;

    @Column
    String name;

    @Column(name = "name_key")
    String nameKey;

    @Column
    @Enumerated(EnumType.STRING)
    TaxClassType type;

    void rename(String newName) {
        name = newName;
        nameKey = Fold.key(newName);
    }
}
