package io.clientele.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.clientele.audit.ActorName;
import io.clientele.shared.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/** The user names of administrators, as they were a second ago at most: each of their changes asks for it. */
@ApplicationScoped
class AdminName implements ActorName {

    private static final int REMEMBERED = 1_000;

    private final AdminUserRepository administrators;
    private final Cache<Long, Optional<String>> names = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(Duration.ofSeconds(1))
            .build();

    AdminName(AdminUserRepository administrators) {
        this.administrators = administrators;
    }

    @Override
    public Caller.Type type() {
        return Caller.Type.ADMIN;
    }

    @Override
    public Optional<String> of(long id) {
        return names.get(id, administrators::usernameOf);
    }
}
