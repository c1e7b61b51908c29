package io.sluice.edge.signature.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sluice.edge.signature.TestKeys;
import io.sluice.edge.signature.model.SignatureAlgorithm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a merchant signs with nothing but the openssl command. */
class OpensslTest {

    private static final byte[] MESSAGE = "\"@method\": POST\n".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    Path folder;

    @BeforeAll
    static void requireOpenssl() {
        assumeTrue(Command.exists("openssl"), "openssl is not installed, so it cannot be asked");
    }

    @ParameterizedTest
    @CsvSource({
        "ED25519, ",
        "RSA_V1_5_SHA256, -digest sha256",
        "RSA_PSS_SHA512, -digest sha512 -pkeyopt rsa_padding_mode:pss -pkeyopt rsa_pss_saltlen:64",
        "RSA_PSS_SHA512, -digest sha512 -pkeyopt rsa_padding_mode:pss -pkeyopt rsa_pss_saltlen:max",
    })
    void weVerifyWhatItSigns(SignatureAlgorithm algorithm, @Nullable String options) throws IOException {
        Files.write(folder.resolve("message"), MESSAGE);
        Files.writeString(folder.resolve("key.pem"), TestKeys.text(algorithm).signingText());
        List<String> command = new ArrayList<>(List.of("openssl", "pkeyutl", "-sign", "-rawin", "-inkey", "key.pem"));
        command.addAll(List.of("-in", "message", "-out", "signature"));
        if (options != null) {
            command.addAll(Arrays.asList(options.split(" ")));
        }
        Command.run(folder, "", command);
        byte[] signature = Files.readAllBytes(folder.resolve("signature"));
        assertThat(TestKeys.verification(algorithm).verifies(MESSAGE, signature))
                .isTrue();
    }
}
