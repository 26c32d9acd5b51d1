package io.clientele.merge;

import io.clientele.attribute.HeldFiles;
import io.clientele.customer.MergedCustomers;
import io.clientele.shared.person.DataSubject;
import io.clientele.shared.person.PersonData;
import io.clientele.shared.person.PersonSection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Accounts that were merged, and what undoing that would take: it is forgotten for whichever of the two is erased. */
@ApplicationScoped
class MergeData implements PersonData {

    private static final List<PersonSection> SECTIONS = List.of(PersonSection.ofAccount("merges", """
            select m.merged_id, m.website_id, m.merged_at, m.undoable_until, m.undone_at
            from customer_merge m where m.customer_id = ? order by m.id"""));

    private final MergeRepository merges;
    private final MergedCustomers merged;
    private final HeldFiles files;

    @Inject
    MergeData(MergeRepository merges, MergedCustomers merged, HeldFiles files) {
        this.merges = merges;
        this.merged = merged;
        this.files = files;
    }

    @Override
    public List<PersonSection> sections() {
        return SECTIONS;
    }

    @Override
    public void erase(DataSubject subject) {
        Set<Long> all = new HashSet<>(merged.forget(null, subject.emailKey()));
        if (subject.account() != 0) {
            all.add(subject.account());
            all.addAll(merged.into(subject.account()));
        }
        all.forEach(merges::forget);
        all.forEach(files::forget);
    }
}
