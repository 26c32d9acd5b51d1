package io.clientele.shared.rest;

import io.clientele.shared.Version;
import jakarta.enterprise.context.RequestScoped;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The version of the thing that a REST operation answers, for its {@code ETag}. */
@RequestScoped
public class AnswerVersion {

    private @Nullable Object shown;

    /** The record as the edge shows it; the record itself gives the answer its version. */
    public <R, B> B show(R shown, Function<? super R, B> view) {
        this.shown = shown;
        return view.apply(shown);
    }

    /** The version, or null when the operation has not told what it answers. */
    @Nullable
    String get() {
        return shown == null ? null : Version.of(shown);
    }
}
