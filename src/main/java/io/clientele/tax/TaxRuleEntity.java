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
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** A row of {@code tax_rule}, with the classes it joins. */
@Entity
@Table(name = "tax_rule")
class TaxRuleEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Integer id;

    @Column
    String code;

    @Column(name = "code_key")
    String codeKey;

    @Column
    int priority;

    @Column
    int position;

    @Column(name = "calculate_subtotal")
    boolean calculateSubtotal;

    @ElementCollection
    @CollectionTable(name = "tax_rule_customer_class", joinColumns = @JoinColumn(name = "tax_rule_id"))
    @Column(name = "tax_class_id")
    Set<Integer> customerTaxClassIds = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "tax_rule_product_class", joinColumns = @JoinColumn(name = "tax_rule_id"))
    @Column(name = "tax_class_id")
    Set<Integer> productTaxClassIds = new HashSet<>();

    /** The rates to be. They may be thousands, so the repository writes them, in two statements. */
    @Transient
    long[] taxRateIds = {};

    void rename(String newCode) {
        code = newCode;
        codeKey = Fold.key(newCode);
    }

    static void replace(Set<Integer> held, Collection<Integer> wanted) {
        held.retainAll(wanted);
        held.addAll(wanted);
    }
}
