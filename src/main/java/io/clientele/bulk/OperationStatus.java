package io.clientele.bulk;

/** How far an operation is, with the contract's numbers. */
enum OperationStatus {
    COMPLETE(1),
    FAILED_RETRIABLY(2),
    FAILED(3),
    OPEN(4),
    REJECTED(5);

    private final int number;

    OperationStatus(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
