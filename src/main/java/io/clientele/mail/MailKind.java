package io.clientele.mail;

import io.clientele.store.SettingDefinition;
import org.jspecify.annotations.Nullable;

/**
 * A kind of mail that a feature sends. Its texts are {@code mail/<language>/<name>.subject.txt}, {@code .txt} and {@code
 * .html}.
 *
 * @param name lower case with dashes
 * @param identity the setting that says who it comes from: {@code general}, {@code support} and the like
 * @param template the setting by which a store view chooses texts of another name, or null
 * @param link the setting with the pattern of the URL that the mail leads to, or null
 * @param oneClick the setting with the pattern of the URL by which mail programs end such mails (RFC 8058), or null
 */
public record MailKind(
        String name,
        SettingDefinition identity,
        @Nullable SettingDefinition template,
        @Nullable SettingDefinition link,
        @Nullable SettingDefinition oneClick) {

    /** A kind that its reader has not ordered and cannot end. */
    public MailKind(
            String name,
            SettingDefinition identity,
            @Nullable SettingDefinition template,
            @Nullable SettingDefinition link) {
        this(name, identity, template, link, null);
    }
}
