package io.clientele.transfer;

import io.clientele.access.HashedPassword;
import io.clientele.shared.job.JobError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What has become of some rows. */
final class ImportPart {

    private final List<JobError> errors = new ArrayList<>();
    private final Map<Long, HashedPassword> brought = new HashMap<>();
    private final Set<Long> updated = new HashSet<>();
    private final List<NewCustomer> entries = new ArrayList<>();
    private final Announced announced;
    private Import.Counts counts = Import.Counts.NONE;

    ImportPart(Announced announced) {
        this.announced = announced;
    }

    /** What files bring that are only looked at. */
    Announced announced() {
        return announced;
    }

    /** Refuses all rows, each for what is wrong with the one thing that they are. */
    void refuseAll(RowGroup group, BadCell bad) {
        group.rows().forEach(row -> refuse(row, bad));
    }

    /** Refuses all rows: the first for what is wrong with it, the others as they belong to it. */
    void refuse(RowGroup group, BadCell bad) {
        refuse(group.first(), bad);
        refuseRest(group);
    }

    /** Refuses all rows but the first, which is refused already. */
    void refuseRest(RowGroup group) {
        for (FileRow row : group.rows().subList(1, group.size())) {
            refuse(
                    row,
                    new BadCell(
                            null, TransferRefusals.ownerRefused(group.first().line())));
        }
    }

    boolean isRefused(FileRow row) {
        return errors.stream().anyMatch(error -> error.number() == row.line());
    }

    void refuse(FileRow row, BadCell bad) {
        errors.add(JobError.of(row.line(), bad.column(), bad.refusal()));
    }

    void created() {
        count(1, 0, 0);
    }

    /** @param id of the customer, or of the address in files of addresses */
    void updated(long id) {
        count(0, 1, 0);
        updated.add(id);
    }

    Set<Long> updatedIds() {
        return updated;
    }

    void deleted() {
        counts = counts.plus(new Import.Counts(0, 0, 1, 0));
    }

    /** @param unchanged those of the updated ones that are as they were */
    void count(long created, long updated, long unchanged) {
        counts = counts.plus(new Import.Counts(created, updated, 0, unchanged));
    }

    void brought(long customerId, HashedPassword hash) {
        brought.put(customerId, hash);
    }

    /** Those who are still to be made. */
    List<NewCustomer> entries() {
        return entries;
    }

    List<JobError> errors() {
        return errors;
    }

    Map<Long, HashedPassword> brought() {
        return brought;
    }

    Import.Counts counts() {
        return counts;
    }
}
