package io.clientele.access;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;

/** A row of {@code admin_role}. */
@Entity
@Table(name = "admin_role")
@NullUnmarked
class AdminRoleEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    String name;
    String nameKey;
    List<String> resources;
    List<Integer> websiteIds;
    Instant createdAt;
    Instant updatedAt;
}
