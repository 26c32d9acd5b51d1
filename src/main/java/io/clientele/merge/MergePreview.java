package io.clientele.merge;

import io.clientele.customer.MergedField;
import java.util.List;

/**
 * What a merge comes to.
 *
 * @param version differs whenever either account, or what would become of them, differs; not for what passes by itself
 * @param fields what each field of the account that stays becomes
 * @param parts what becomes of all else, as far as there is any
 */
public record MergePreview(
        long survivorId, long mergedId, String version, List<MergedField> fields, List<MergedPart> parts) {}
