package io.clientele.transfer;

import java.util.List;

/** Takes over the rows of files of some kinds, in the transaction in hand. */
interface RowImport {

    boolean takes(TransferKind kind);

    /**
     * Takes the rows over, or only looks at them. Bad ones are refused, one error each; the others are done.
     *
     * @param part is told what has become of them
     * @throws io.clientele.shared.Refusal when something is refused that nobody could see beforehand
     */
    void take(ImportDraft how, List<RowGroup> groups, ImportPart part, boolean write);

    /** Counts what the rows name, and what of it is here. */
    void count(ImportDraft how, List<RowGroup> groups, Tally tally);
}
