package io.clientele.transfer;

/** Joins the transaction in which an import ends. */
public interface ImportParticipant {

    /** @param done whether it came to the end of its file; otherwise it failed or was cancelled, and what was done stays done */
    void ended(long importId, boolean done);
}
