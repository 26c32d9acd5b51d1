package io.clientele.access;

/** What an authenticator app needs, as REST shows it. */
public record SecondFactorBody(String qrCodeBase64, String secretCode) {

    static SecondFactorBody of(SecondFactorSetup.Configuration configuration) {
        return new SecondFactorBody(configuration.qrCodeBase64(), configuration.secretCode());
    }
}
