package io.clientele.privacy;

import io.clientele.shared.Refusals;
import io.clientele.shared.Word;
import org.jspecify.annotations.Nullable;

/** What people may ask. */
public enum RequestKind {
    /** To be told all that is kept of them. */
    ACCESS,
    /** To be forgotten. */
    ERASE,
    /** To have their data kept and nothing else. */
    RESTRICT,
    /** Not to be in profiles and marketing. */
    OBJECT;

    String code() {
        return Word.of(this);
    }

    /** @throws io.clientele.shared.Refusal for a word that is none, and for no word */
    static RequestKind of(@Nullable String code) {
        if (code == null) {
            throw Refusals.required("kind");
        }
        return Word.find(RequestKind.class, code).orElseThrow(() -> Refusals.invalidValue("kind", code));
    }
}
