package io.sluice.edge.signature.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The vectors are those of RFC 9530, appendices B and D. */
class ContentDigestTest {

    private static final byte[] HELLO = "{\"hello\": \"world\"}\n".getBytes(UTF_8);
    private static final String HELLO_256 = "sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:";
    private static final String HELLO_512 =
            "sha-512=:YMAam51Jz/jOATT6/zvHrLVgOYTGFy1d6GJiOHTohq4yP+pgk4vf2aCsyRZOtw8MjkM7iw7yZ/WkppmM44T3qg==:";

    @Test
    void computesTheVectors() {
        assertThat(ContentDigest.sha256(HELLO)).isEqualTo(HELLO_256);
        assertThat(ContentDigest.sha512(HELLO)).isEqualTo(HELLO_512);
        assertThat(ContentDigest.sha256(new byte[0]))
                .isEqualTo("sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:");
    }

    @Test
    void acceptsEitherOrBothAndPassesOverTheUnknown() {
        assertAccepted(HELLO_256);
        assertAccepted(HELLO_512);
        assertAccepted(HELLO_256, HELLO_512);
        assertAccepted("unixsum=:AAAA:, crc32c=1;a=b, " + HELLO_512);
    }

    @Test
    void wantsEveryKnownDigestToMatch() {
        String otherBody = ContentDigest.sha256("x".getBytes(UTF_8));
        assertRefused(RefusalCode.DIGEST_MISMATCH, otherBody + ", " + HELLO_512);
        assertRefused(RefusalCode.DIGEST_MISMATCH, "sha-256=::");
    }

    @Test
    void refusesWhatItCannotCheck() {
        assertRefused(RefusalCode.DIGEST_UNSUPPORTED, "md5=:1B2M2Y8AsgTpgAmY7PhCfg==:");
        assertRefused(RefusalCode.DIGEST_UNSUPPORTED, "");
        assertRefused(RefusalCode.DIGEST_MALFORMED, "sha-256=RK");
        assertRefused(RefusalCode.DIGEST_MALFORMED, "SHA-256=:RK:");
        assertRefused(RefusalCode.DIGEST_MALFORMED, HELLO_256 + ", " + HELLO_256);
    }

    private static void assertAccepted(String... lines) {
        assertThatCode(() -> ContentDigest.require(List.of(lines), HELLO)).doesNotThrowAnyException();
    }

    private static void assertRefused(RefusalCode code, String line) {
        assertThatThrownBy(() -> ContentDigest.require(List.of(line), HELLO))
                .isInstanceOfSatisfying(
                        RefusedException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
