package io.clientele.shared.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretNamesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password",
                "Password",
                "new_password",
                "newPassword",
                "passwordHash",
                "X-Client-Secret",
                "access_token_secret",
                "token1Hash",
                "key seed",
                "confirmation",
                "__otp__"
            })
    void a_word_of_the_name_makes_it_a_secret(String name) {
        assertThat(SecretNames.isSecret(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_", "secretary", "tokenized", "firstname", "passwords2", "HASHED", "id"})
    void a_part_of_a_word_does_not(String name) {
        assertThat(SecretNames.isSecret(name)).isFalse();
    }
}
