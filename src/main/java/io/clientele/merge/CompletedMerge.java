package io.clientele.merge;

/** A merge, and what it came to. */
public record CompletedMerge(Merge merge, MergePreview outcome) {}
