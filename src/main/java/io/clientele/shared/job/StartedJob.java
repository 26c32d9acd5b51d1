package io.clientele.shared.job;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Work that has begun in the background; {@code GET /V1/jobs/{id}} tells how far it is. */
@Schema(name = "job-reference")
public record StartedJob(long jobId) {}
