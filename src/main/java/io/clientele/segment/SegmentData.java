package io.clientele.segment;

import io.clientele.shared.person.PersonData;
import io.clientele.shared.person.PersonSection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The segments that customers are in, and came into and left. Being in one goes with the account; what is counted stays. */
@ApplicationScoped
class SegmentData implements PersonData {

    private static final List<PersonSection> SECTIONS =
            List.of(PersonSection.ofAccount("segments", """
                    select s.name as segment, m.entered_at, p.is_in as pinned
                    from segment_member m join segment s on s.id = m.segment_id
                    left join segment_pin p on p.customer_id = m.customer_id and p.segment_id = m.segment_id
                    where m.customer_id = ? order by s.id"""), PersonSection.ofAccount("segment_history", """
                    select s.name as segment, h.has_entered, h.reason, h.changed_at
                    from segment_change h join segment s on s.id = h.segment_id
                    where h.customer_id = ? order by h.id"""));

    @Override
    public List<PersonSection> sections() {
        return SECTIONS;
    }
}
