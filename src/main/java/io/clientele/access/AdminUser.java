package io.clientele.access;

/** An administrator, without the password. */
public record AdminUser(
        long id, String username, String email, String firstname, String lastname, long roleId, boolean isActive) {

    static AdminUser of(AdminUserEntity row) {
        return new AdminUser(row.id, row.username, row.email, row.firstname, row.lastname, row.roleId, row.active);
    }
}
