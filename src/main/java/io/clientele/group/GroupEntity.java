package io.clientele.group;

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
import java.util.HashSet;
import java.util.Set;

/** A row of customer groups, with the websites it is excluded from. */
@Entity
@Table(name = "customer_group")
class GroupEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Integer id;

    @Column
    String code;

    @Column(name = "code_key")
    String codeKey;

    @Column(name = "tax_class_id")
    int taxClassId;

    @ElementCollection
    @CollectionTable(name = "group_excluded_website", joinColumns = @JoinColumn(name = "group_id"))
    @Column(name = "website_id")
    Set<Integer> excludedWebsiteIds = new HashSet<>();

    void rename(String newCode) {
        code = newCode;
        codeKey = Fold.key(newCode);
    }
}
