package io.clientele.tax;

/** Takes part in the change of a tax class, in the same transaction. */
public interface TaxClassParticipant {

    void changed(int taxClassId);
}
