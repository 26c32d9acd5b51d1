package io.clientele.shared;

/** Hears of each GraphQL mutation that ended without an error, inside the request's context. */
public interface MutationParticipant {

    void mutated();
}
