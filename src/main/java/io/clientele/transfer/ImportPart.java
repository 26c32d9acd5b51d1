package io.clientele.transfer;

import io.clientele.access.HashedPassword;
import io.clientele.shared.job.JobError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What has become of some rows. */
final class ImportPart {

    private final List<JobError> errors = new ArrayList<>();
    private final Map<Long, HashedPassword> brought = new HashMap<>();
    private final List<NewCustomer> entries = new ArrayList<>();
    private Import.Counts counts = Import.Counts.NONE;

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
        counts = counts.plus(new Import.Counts(1, 0, 0));
    }

    void updated() {
        counts = counts.plus(new Import.Counts(0, 1, 0));
    }

    void deleted() {
        counts = counts.plus(new Import.Counts(0, 0, 1));
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
