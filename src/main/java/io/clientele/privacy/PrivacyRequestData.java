package io.clientele.privacy;

import io.clientele.shared.person.PersonData;
import io.clientele.shared.person.PersonSection;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What people have asked before. The record stays, and leads to nobody once the person is erased. */
@ApplicationScoped
class PrivacyRequestData implements PersonData {

    private static final List<PersonSection> SECTIONS = List.of(
            new PersonSection("privacy_requests", subject -> SqlFragment.of("""
                    select r.id, r.kind, r.status, r.website_id, r.source, r.reason, r.is_on_hold, r.is_extended, r.due_at,
                        r.verified_at, r.file_expires_at, r.created_at, r.closed_at
                    from privacy_request r where r.person = any (?) or r.customer_id = ?
                    order by r.id""", subject.names(), subject.account())));

    @Override
    public List<PersonSection> sections() {
        return SECTIONS;
    }
}
