package io.sluice.channels.unionpay.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.channels.model.SortedPairs;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AnswerTextTest {

    @Test
    void valuesHoldEqualsSignsAnywhereAndAmpersandsInBraces() {
        assertThat(AnswerText.read("respCode=00&signature=ab==&cardInfo={a=1&b=2}&respMsg="))
                .contains(Map.of("respCode", "00", "signature", "ab==", "cardInfo", "{a=1&b=2}", "respMsg", ""));
    }

    @Test
    void whatIsNoneOrNamesAFieldTwiceIsRefused() {
        assertThat(AnswerText.read("")).isEmpty();
        assertThat(AnswerText.read("<html>")).isEmpty();
        assertThat(AnswerText.read("=00&a=1")).isEmpty();
        assertThat(AnswerText.read("respCode=00&respCode=01")).isEmpty();
    }

    @Test
    void theTextToBeSignedIsSortedAndLeavesTheSignatureOut() {
        assertThat(SortedPairs.of(
                        Map.of("txnType", "01", "bizType", "000201", "signature", "x", "Z", "1"), Set.of("signature")))
                .isEqualTo("Z=1&bizType=000201&txnType=01");
    }

    @Test
    void theTimeOfATransactionIsThatOfItsNumberInBeijing() {
        assertThat(TransactionTime.of("01900000000070008000000000000001")).isEqualTo("20240610103518");
    }
}
