package io.clientele.mail;

import java.util.Map;

/** A mail as it went out, for whoever develops a storefront. */
public record KeptMail(
        String to,
        String subject,
        String text,
        String html,
        Map<String, String> headers,
        String template,
        int storeId) {}
