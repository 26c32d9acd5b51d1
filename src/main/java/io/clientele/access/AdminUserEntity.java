package io.clientele.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;

/** A row of {@code admin_user}. */
@Entity
@Table(name = "admin_user")
@NullUnmarked
class AdminUserEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    String username;
    String usernameKey;
    String email;
    String emailKey;
    String firstname;
    String lastname;
    long roleId;

    @Column(name = "is_active")
    boolean active;

    Instant createdAt;
    Instant updatedAt;
}
