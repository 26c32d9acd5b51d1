package io.clientele.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.shared.Refusal;
import io.clientele.shared.RefusalKind;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hashes of passwords that a shop brings along. */
class LegacyHashTest {

    private static final String PASSWORD = "Pässwörd ﬁ 1";
    private static final String SALT = "V2h36OrOJRh56MyGHw9NF1J855eL9X4P";

    @Test
    void known_hashes_of_the_product_verify() {
        assertThat(LegacyHash.read("67a1e09bb1f83f5007dc119c14d663aa:salt:0").matches("password"))
                .isTrue();
        assertThat(LegacyHash.read("13601bda4ea78e55a07b98866d2be6be0744e3866f13c00c811cab608a28f322:salt:1")
                        .matches("password"))
                .isTrue();
        LegacyHash argon2 = LegacyHash.read("abf1de8d537a1270237b9b56c8db9c67aeece6d89639a64d5ffd7264262541ab"
                + ":PNK7gwTSnTc9L8AXZEvgZQ4SA66qirus:3_32_2_67108864");
        assertThat(argon2.matches("Password@2022")).isTrue();
        assertThat(argon2.matches("Password@2023")).isFalse();
    }

    @Test
    void a_digest_is_of_the_salt_and_the_password_as_typed() {
        for (String step : List.of("0", "1")) {
            LegacyHash hash = LegacyHash.read(digest(step, SALT, PASSWORD) + ":" + SALT + ":" + step);
            assertThat(hash.isQuick()).isTrue();
            assertThat(hash.matches(PASSWORD)).isTrue();
            assertThat(hash.matches("Pässwörd fi 1")).isFalse();
            assertThat(hash.matches(PASSWORD + " ")).isFalse();
        }
    }

    @Test
    void without_a_step_the_length_says_which_digest_it_is() {
        for (String step : List.of("0", "1")) {
            assertThat(LegacyHash.read(digest(step, "RF", PASSWORD) + ":RF").matches(PASSWORD))
                    .isTrue();
        }
    }

    @Test
    void argon2id_takes_sixteen_bytes_of_the_salt_and_repeats_a_short_one() {
        String longSalt = argon2(SALT.substring(0, 16), PASSWORD, 32, 2, 65_536);
        String shortSalt = argon2("abcabcabcabcabca", PASSWORD, 32, 2, 65_536);
        assertThat(LegacyHash.read(longSalt + ":" + SALT + ":2").matches(PASSWORD))
                .isTrue();
        assertThat(LegacyHash.read(longSalt + ":" + SALT + ":3_32_2_67108864").matches(PASSWORD))
                .isTrue();
        assertThat(LegacyHash.read(shortSalt + ":abc:2").matches(PASSWORD)).isTrue();
        assertThat(LegacyHash.read(shortSalt + ":abc:2").isQuick()).isFalse();
        String small = argon2(SALT.substring(0, 16), PASSWORD, 24, 3, 1_024);
        assertThat(LegacyHash.read(small + ":" + SALT + ":3_24_3_1048576").matches(PASSWORD))
                .isTrue();
    }

    @Test
    void an_upgraded_hash_is_hashed_step_by_step_from_the_oldest() {
        String md5 = digest("0", SALT, PASSWORD);
        String sha256 = digest("1", SALT, md5);
        String argon2 = argon2(SALT.substring(0, 16), sha256, 32, 2, 65_536);
        assertThat(LegacyHash.read(sha256 + ":" + SALT + ":0:1").matches(PASSWORD))
                .isTrue();
        assertThat(LegacyHash.read(sha256 + ":" + SALT + ":1:1").matches(PASSWORD))
                .isFalse();
        assertThat(LegacyHash.read(argon2 + ":" + SALT + ":0:1:2").matches(PASSWORD))
                .isTrue();
        assertThat(LegacyHash.read(argon2 + ":" + SALT + ":0:1:3_32_2_67108864").matches(PASSWORD))
                .isTrue();
        assertThat(LegacyHash.read(argon2 + ":" + SALT + ":1:2").matches(PASSWORD))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "password",
                "67a1e09bb1f83f5007dc119c14d663aa",
                "67a1e09bb1f83f5007dc119c14d663aa:salt:",
                "67a1e09bb1f83f5007dc119c14d663aa:salt:1",
                "67a1e09bb1f83f5007dc119c14d663aa:salt:9",
                "67a1e09bb1f83f5007dc119c14d663aa:salt:0:",
                "67a1e09bb1f83f5007dc119c14d663aa:salt:0:0:0:0:0",
                "67a1e09bb1f83f5007dc119c14d663ag:salt:0",
                "67a1e09bb1f83f5007dc119c14d663a:salt",
                "13601bda4ea78e55a07b98866d2be6be0744e3866f13c00c811cab608a28f322::2",
                "13601bda4ea78e55a07b98866d2be6be0744e3866f13c00c811cab608a28f322:salt:2:2:2",
                "13601bda4ea78e55a07b98866d2be6be0744e3866f13c00c811cab608a28f322:salt:3_32_2_67108865000",
                "13601bda4ea78e55a07b98866d2be6be0744e3866f13c00c811cab608a28f322:salt:3_32_2_134217728",
                "13601bda4ea78e55a07b98866d2be6be0744e3866f13c00c811cab608a28f322:salt:3_32_90_67108864",
                "13601bda4ea78e55a07b98866d2be6be0744e3866f13c00c811cab608a28f322:salt:3_32_0_67108864",
                "13601bda4ea78e55a07b98866d2be6be0744e3866f13c00c811cab608a28f322:salt:3_16_2_67108864",
                "$argon2id$v=19$m=47104,t=1,p=1$c2FsdHNhbHRzYWx0c2FsdA$c2FsdHNhbHRzYWx0c2FsdA",
            })
    void anything_else_is_refused(String text) {
        assertThatThrownBy(() -> HashedPassword.brought(text)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.kind()).isEqualTo(RefusalKind.INPUT);
            assertThat(refusal.template()).isEqualTo("The password hash has a format that is not known.");
        });
    }

    private static String digest(String step, String salt, String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance(step.equals("0") ? "MD5" : "SHA-256");
            return HexFormat.of().formatHex(digest.digest((salt + text).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String argon2(String salt, String text, int bytes, int passes, int memoryKib) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withMemoryAsKB(memoryKib)
                .withIterations(passes)
                .withParallelism(1)
                .withSalt(salt.getBytes(StandardCharsets.UTF_8))
                .build());
        byte[] hash = new byte[bytes];
        generator.generateBytes(text.getBytes(StandardCharsets.UTF_8), hash);
        return HexFormat.of().formatHex(hash);
    }
}
