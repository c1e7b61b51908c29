package io.sluice.edge.signature.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sluice.edge.signature.TestKeys;
import io.sluice.edge.signature.model.SignatureAlgorithm;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.bouncycastle.jcajce.provider.asymmetric.util.ECUtil;
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
    static void requireOpenssl(@TempDir Path folder) {
        assumeTrue(Command.exists("openssl"), "openssl is not installed, so it cannot be asked");
        String version = Command.run(folder, "", List.of("openssl", "version"));
        assumeTrue(version.startsWith("OpenSSL 3"), "only OpenSSL 3 has all the options, this is " + version);
    }

    @ParameterizedTest
    @CsvSource({
        "ED25519, ",
        "RSA_V1_5_SHA256, -digest sha256",
        "RSA_PSS_SHA512, -digest sha512 -pkeyopt rsa_padding_mode:pss -pkeyopt rsa_pss_saltlen:64",
        "RSA_PSS_SHA512, -digest sha512 -pkeyopt rsa_padding_mode:pss -pkeyopt rsa_pss_saltlen:max",
    })
    void weVerifyWhatItSigns(SignatureAlgorithm algorithm, @Nullable String options) throws IOException {
        byte[] signature = opensslSignature(algorithm, options == null ? "" : options);
        assertThat(TestKeys.verification(algorithm).verifies(MESSAGE, signature))
                .isTrue();
    }

    /** openssl writes r and s in DER, so that they are to be brought into the form of the wire, 32 bytes each. */
    @ParameterizedTest
    @CsvSource({
        "ECDSA_P256_SHA256, secp256r1, -digest sha256",
        "SM2_SM3, sm2p256v1, -digest sm3 -pkeyopt distid:1234567812345678",
    })
    void weVerifyWhatItSignsOnCurves(SignatureAlgorithm algorithm, String curve, String options) throws IOException {
        BigInteger order =
                ECUtil.getNamedCurveByOid(ECUtil.getNamedCurveOid(curve)).getN();
        BigInteger[] rs = StandardDSAEncoding.INSTANCE.decode(order, opensslSignature(algorithm, options));
        byte[] signature = PlainDSAEncoding.INSTANCE.encode(order, rs[0], rs[1]);
        assertThat(TestKeys.verification(algorithm).verifies(MESSAGE, signature))
                .isTrue();
    }

    private byte[] opensslSignature(SignatureAlgorithm algorithm, String options) throws IOException {
        Files.write(folder.resolve("message"), MESSAGE);
        Files.writeString(folder.resolve("key.pem"), TestKeys.text(algorithm).signingText());
        String command = "openssl pkeyutl -sign -rawin -inkey key.pem -in message -out signature " + options;
        Command.run(folder, "", List.of(command.strip().split(" ")));
        return Files.readAllBytes(folder.resolve("signature"));
    }
}
