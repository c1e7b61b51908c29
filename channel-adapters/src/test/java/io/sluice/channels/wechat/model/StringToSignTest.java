package io.sluice.channels.wechat.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The texts that WeChat Pay's documentation gives as examples. */
class StringToSignTest {

    private static final String TIMESTAMP = "1554208460";
    private static final String NONCE = "593BEC0C930BF1AFEB40B4A08C8FB242";

    @Test
    void requestWithoutBodyKeepsItsLastLineFeed() {
        assertThat(StringToSign.request("GET", "/v3/certificates", TIMESTAMP, NONCE, new byte[0]))
                .isEqualTo(bytes("GET\n/v3/certificates\n1554208460\n593BEC0C930BF1AFEB40B4A08C8FB242\n\n"));
    }

    @Test
    void requestWithBodyIsSignedOverItsBytes() {
        assertThat(StringToSign.request(
                        "POST", "/v3/pay/transactions/native", TIMESTAMP, NONCE, bytes("{\"a\":\"茶\"}")))
                .isEqualTo(
                        bytes("POST\n/v3/pay/transactions/native\n" + TIMESTAMP + "\n" + NONCE + "\n{\"a\":\"茶\"}\n"));
    }

    @Test
    void answerIsTimestampNonceAndRawBody() {
        assertThat(StringToSign.answer("1554209980", "c5ac7061fccab6bf3e254dcf98995b8c", bytes("{}")))
                .isEqualTo(bytes("1554209980\nc5ac7061fccab6bf3e254dcf98995b8c\n{}\n"));
    }

    @Test
    void walletParametersEndInThePrepayId() {
        assertThat(StringToSign.walletParameters(
                        "wx2421b1c4370ec43b", TIMESTAMP, NONCE, "prepay_id=wx201410272009395522657a690389285100"))
                .isEqualTo(bytes("""
                        wx2421b1c4370ec43b
                        1554208460
                        593BEC0C930BF1AFEB40B4A08C8FB242
                        prepay_id=wx201410272009395522657a690389285100
                        """));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
