package io.clientele.shared.job;

/**
 * A job whose next part is wanted.
 *
 * @param position what the part before answered; empty at first
 * @param most how many things the part may do, at least 1
 */
public record RunningJob(long id, String position, long done, long total, long failed, int most) {}
