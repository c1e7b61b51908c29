package io.sluice.channels.alipay;

import static io.sluice.channels.contract.Shop.block;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.channels.fixture.Stranger;
import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.channel.ChannelOutcome.Approved;
import io.sluice.core.channel.ChannelOutcome.NotSent;
import io.sluice.core.channel.ChannelOutcome.Unknown;
import io.sluice.core.channel.OutcomeCode;
import io.sluice.core.channel.PayOrder;
import io.sluice.core.id.AttemptId;
import io.sluice.core.money.Money;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers to a code pay over HTTP: only what is signed by Alipay and speaks of this order says anything. */
class AnswersTest {
    private final String number = AttemptId.next().channelNumber();
    private final String paid = """
            {"code":"10000","msg":"Success","out_trade_no":"%s","trade_no":"2026","total_amount":"15.00"}""".formatted(number);

    @Test
    void aSignedAnswerIsBelieved() {
        assertThat(said(200, envelope(paid, sign(paid)))).isEqualTo(new Approved(Money.of(1500, "CNY"), "2026"));
    }

    @Test
    void anUnsignedOrBadlySignedOneIsUnknown() {
        assertUnknown(said(200, envelope(paid, "")), "answer_signature_missing");
        assertUnknown(said(200, envelope(paid, sign(paid + " "))), "answer_signature_invalid");
        assertUnknown(said(200, envelope(paid, "no base64")), "answer_signature_invalid");
        assertUnknown(said(200, "{\"alipay_trade_pay_response\":" + paid + "}"), "answer_signature_missing");
    }

    @Test
    void aRefusalIsBelievedWhenItIsSignedOnly() {
        String refused = """
                {"code":"40002","msg":"Invalid Arguments","sub_code":"isv.invalid-signature","sub_msg":"no"}""";

        assertThat(said(200, envelope(refused, sign(refused))))
                .isInstanceOfSatisfying(
                        NotSent.class, it -> assertThat(it.meaning()).isEqualTo(OutcomeCode.ACCOUNT_MISCONFIGURED));
        assertUnknown(said(200, envelope(refused, "")), "answer_signature_missing");
    }

    @Test
    void anErrorOfTheGatewayRefusesAndGrantsNothing() {
        String broken = "{\"code\":\"20000\",\"msg\":\"Service Unavailable\",\"sub_code\":\"isp.unknow-error\"}";
        assertUnknown(said(200, error(broken)), "isp.unknow-error");
        assertUnknown(said(200, error(paid)), "answer_unreadable");
    }

    @Test
    void anotherOrdersAnswerIsUnknown() {
        String other = paid.replace(number, AttemptId.next().channelNumber());
        assertUnknown(said(200, envelope(other, sign(other))), "answer_mismatch");
    }

    @Test
    void whatNamesAFieldTwiceIsUnknown() {
        String twice = paid.replace("}", ",\"total_amount\":\"1.00\"}");
        assertUnknown(said(200, envelope(twice, sign(twice))), "answer_unreadable");
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 404})
    void whateverTheGatewayDoesNotSayIsUnknown(int status) {
        assertUnknown(said(status, envelope(paid, sign(paid))), "answer_status");
    }

    private static void assertUnknown(ChannelOutcome outcome, String code) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Unknown.class, unknown -> assertThat(unknown.code()).isEqualTo(code));
    }

    private ChannelOutcome said(int status, String answer) {
        String http = "HTTP/1.1 " + status + " It\r\nContent-Length: " + answer.length() + "\r\n\r\n" + answer;
        try (var alipay = new Stranger(http)) {
            return block(Till.at(alipay.url(), Map.of()).pay(order()));
        }
    }

    private PayOrder order() {
        Instant end = Instant.now().plusSeconds(900);
        return new PayOrder(number, Money.of(1500, "CNY"), "alipay_code", "tea", Shop.BARCODE, null, end);
    }

    private static String envelope(String response, String sign) {
        return "{\"alipay_trade_pay_response\":" + response + ",\"sign\":\"" + sign + "\"}";
    }

    private static String error(String response) {
        return "{\"error_response\":" + response + ",\"sign\":\"" + sign(response) + "\"}";
    }

    private static String sign(String response) {
        return OwnKeys.OF_ALIPAY.signing().sign(response.getBytes(StandardCharsets.UTF_8));
    }
}
