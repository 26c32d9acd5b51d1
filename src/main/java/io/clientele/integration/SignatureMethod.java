package io.clientele.integration;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** How requests by OAuth 1.0a are signed (RFC 5849, 3.4.2). */
enum SignatureMethod {
    HMAC_SHA256("HMAC-SHA256", "HmacSHA256"),
    /** Of the first version of the protocol; SHA-1 is broken for signatures, though not known to be in HMAC. */
    HMAC_SHA1("HMAC-SHA1", "HmacSHA1");

    private final String text;
    private final String algorithm;

    SignatureMethod(String text, String algorithm) {
        this.text = text;
        this.algorithm = algorithm;
    }

    static Optional<SignatureMethod> of(String text) {
        return Arrays.stream(values()).filter(each -> each.text.equals(text)).findFirst();
    }

    /** Whether the signature is that of the text with both secrets; how long it takes does not tell how much fits. */
    boolean fits(String signature, String base, String consumerSecret, String tokenSecret) {
        String key = PercentEncoding.encoded(consumerSecret) + "&" + PercentEncoding.encoded(tokenSecret);
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), algorithm));
            byte[] right = Base64.getEncoder().encode(mac.doFinal(base.getBytes(StandardCharsets.UTF_8)));
            return MessageDigest.isEqual(right, signature.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC with SHA-1 and SHA-256", e);
        }
    }
}
