package io.sluice.channels.bank.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class RetailMacTest {

    @Test
    void agreesWithPublishedVectors() {
        assertThat(mac("7CA110454A1A6E570131D9619DC1376E", "Hello World !!!!")).isEqualTo("F09B856213BAB83B");
        assertThat(mac("0123456789ABCDEFFEDCBA9876543210", "Now is the time for all "))
                .isEqualTo("A1C72E74EA3FA9B6");
    }

    @Test
    void fillsUpWithZeros() {
        String key = "0123456789ABCDEFFEDCBA9876543210";
        assertThat(mac(key, "abc")).isEqualTo(mac(key, "abc\0\0\0\0\0")).isNotEqualTo(mac(key, "abcd"));
    }

    @Test
    void refusesOtherKeys() {
        assertThatThrownBy(() -> new RetailMac(new byte[8])).hasMessage("must be 16 bytes long");
    }

    private static String mac(String key, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        return new String(
                new RetailMac(HexFormat.of().parseHex(key)).of(bytes, bytes.length), StandardCharsets.US_ASCII);
    }
}
