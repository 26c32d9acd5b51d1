package io.clientele.segment;

import java.time.LocalDate;

/** A day in UTC of a segment: who came, who left, and how many there were at its end. */
public record SegmentHistory(LocalDate date, long entered, long left, long size) {}
