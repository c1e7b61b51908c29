package io.sluice.channels.unionpay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sluice.channels.crypto.Sm2PublicKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SM2 signatures, with openssl as the judge in both directions. */
class OpensslTest {

    private static final String TEXT = "bizType=000201&encoding=UTF-8&txnType=01";
    private static final String SM2 = "-rawin -digest sm3 -pkeyopt distid:1234567812345678";

    @TempDir
    static Path folder;

    @BeforeAll
    static void requireSm2() throws IOException, InterruptedException {
        boolean capable = Arrays.stream(System.getenv("PATH").split(":"))
                        .anyMatch(place -> Files.isExecutable(Path.of(place, "openssl")))
                && run("openssl genpkey -algorithm SM2 -out key.pem") == 0;
        assumeTrue(capable, "openssl is not installed or has no SM2, so that it cannot be asked");
        run("openssl pkey -in key.pem -pubout -out public.pem");
        run("openssl pkey -in key.pem -pubout -outform DER -out public.der");
        Files.writeString(folder.resolve("text"), TEXT, UTF_8);
        Files.write(folder.resolve("message"), SignMethod.SM2.signed(TEXT));
    }

    @Test
    void itVerifiesWhatWeSign() throws IOException, InterruptedException {
        String signature =
                SignMethod.SM2.key(Files.readString(folder.resolve("key.pem"))).sign(SignMethod.SM2.signed(TEXT));
        Files.write(folder.resolve("ours"), Base64.getDecoder().decode(signature));

        assertThat(run("openssl pkeyutl -verify -pubin -inkey public.pem -in message -sigfile ours " + SM2))
                .isZero();
        assertThat(run("openssl pkeyutl -verify -pubin -inkey public.pem -in text -sigfile ours " + SM2))
                .isNotZero();
    }

    @Test
    void weVerifyWhatItSigns() throws IOException, InterruptedException {
        assertThat(run("openssl pkeyutl -sign -inkey key.pem -in message -out its " + SM2))
                .isZero();
        String signature = Base64.getEncoder().encodeToString(Files.readAllBytes(folder.resolve("its")));
        var key = Sm2PublicKey.of(Files.readAllBytes(folder.resolve("public.der")));

        assertThat(key.verifies(SignMethod.SM2.signed(TEXT), signature)).isTrue();
        assertThat(key.verifies(TEXT.getBytes(UTF_8), signature)).isFalse();
        assertThat(key.verifies(SignMethod.SM2.signed(TEXT), "bm9uZQ==")).isFalse();
    }

    @Test
    void theDigestThatIsSignedIsItsDigest() throws IOException, InterruptedException {
        assertThat(run("openssl dgst -sm3 -binary -out digest text")).isZero();
        String hex = HexFormat.of().formatHex(Files.readAllBytes(folder.resolve("digest")));

        assertThat(new String(SignMethod.SM2.signed(TEXT), UTF_8)).isEqualTo(hex);
    }

    private static int run(String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(command.split(" ")))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }
}
