package io.clientele.group;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;

/**
 * A customer group as shoppers see it.
 *
 * @param uid the id as text in base64
 */
@Name("CustomerGroupStorefront")
public record GroupNode(@Id @NonNull String uid) {

    public static GroupNode of(int groupId) {
        byte[] digits = Integer.toString(groupId).getBytes(StandardCharsets.US_ASCII);
        return new GroupNode(Base64.getEncoder().encodeToString(digits));
    }
}
