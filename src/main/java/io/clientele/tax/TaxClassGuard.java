package io.clientele.tax;

/** May refuse the deletion of a tax class that is still in use. */
public interface TaxClassGuard {

    /**
     * Called in the transaction of the deletion, before anything is deleted.
     *
     * @throws io.clientele.shared.Refusal see {@link TaxRefusals#inUse(String)}
     */
    void beforeDelete(int taxClassId);
}
