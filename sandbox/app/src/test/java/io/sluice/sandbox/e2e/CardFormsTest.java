package io.sluice.sandbox.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CardFormsTest {
    private static final String CARD = "6200000000000005";
    private static final CardForms FORMS = new CardForms(CARD);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"card\":\"6200000000000005\"}",
                "6200 0000 0000 0005",
                "6200-0000-0000-0005",
                "\\x36323030303030303030303030303035",
                "\\x6200000000000005"
            })
    void isFoundAsItIs(String text) {
        assertThat(FORMS.isIn(text)).isTrue();
    }

    @Test
    void isFoundPacked() {
        String packed = new String(HexFormat.of().parseHex("0200" + CARD), StandardCharsets.ISO_8859_1);
        assertThat(FORMS.isIn(packed)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "ab", "abc", "{\"number\":\""})
    void isFoundInBase64WhereverItBegins(String before) {
        byte[] digits = (before + CARD + "\"}").getBytes(StandardCharsets.US_ASCII);
        byte[] packed = HexFormat.of()
                .parseHex(HexFormat.of().formatHex(before.getBytes(StandardCharsets.US_ASCII)) + CARD + "2031");
        assertThat(FORMS.isIn(Base64.getEncoder().encodeToString(digits))).isTrue();
        assertThat(FORMS.isIn(Base64.getUrlEncoder().withoutPadding().encodeToString(packed)))
                .isTrue();
    }

    @Test
    void isNotFoundInWhatMayBeShown() {
        assertThat(FORMS.isIn("620000******0005 6200000000000013 pay_6200000000 000005"))
                .isFalse();
    }
}
