package io.sluice.core.payment.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.channel.NextAction;
import io.sluice.core.channel.OutcomeCode;
import io.sluice.core.id.AttemptId;
import io.sluice.core.id.ChannelAccountId;
import io.sluice.core.id.EventId;
import io.sluice.core.id.MerchantId;
import io.sluice.core.id.PaymentId;
import io.sluice.core.money.Money;
import io.sluice.core.payment.model.AttemptState;
import io.sluice.core.payment.model.CaptureMethod;
import io.sluice.core.payment.model.Failure;
import io.sluice.core.payment.model.Payment;
import io.sluice.core.payment.model.PaymentAttempt;
import io.sluice.core.payment.model.PaymentChange;
import io.sluice.core.payment.model.PaymentState;
import io.sluice.core.payment.model.PaymentTotals;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The written form is a contract with every merchant: it is compared byte for byte. */
class PaymentJsonTest {

    private static final String HEX = "01900000000070008000000000000001";
    private static final Instant CREATED = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant UPDATED = Instant.parse("2026-01-01T00:00:01.5Z");

    @Test
    void writesAPaymentThatNeedsThePayer() {
        Payment payment = payment(PaymentState.REQUIRES_ACTION, NextAction.qrCode("weixin://wxpay/a?b=\"c\""), null);

        assertThat(PaymentJson.payment(payment)).isEqualTo(lines("""
                {"id":"pay_HEX","merchant_order_no":"A-1","amount":1500,"currency":"CNY","fee":9,
                "authorized_amount":1500,"capture_pending_amount":0,"captured_amount":1500,"released_amount":0,"refunded_amount":200,"refund_pending_amount":100,
                "conflicted_amount":0,"give_back_pending_amount":0,
                "method":"wechat_native","capture_method":"automatic","description":"茶","payer":null,"agreement":null,"metadata":{"basket":"42"},
                "state":"REQUIRES_ACTION","next_action":{"type":"qr_code","qr_code":"weixin://wxpay/a?b=\\"c\\""},
                "charge_safety":"in_doubt","failure":null,"attempts":[{"id":"att_HEX","channel":"wechat","channel_account":"cha_HEX",
                "state":"ACCEPTED","channel_reference":null,"channel_code":null,
                "code":"awaiting_payer","advice":"await_payer","payer_may_retry":true,
                "created_at":"2026-01-01T00:00:00.000000Z","updated_at":"2026-01-01T00:00:01.500000Z"}],
                "version":2,"created_at":"2026-01-01T00:00:00.000000Z","updated_at":"2026-01-01T00:00:01.500000Z",
                "expires_at":"2026-01-01T00:15:00.000000Z"}"""));
    }

    @Test
    void writesTheEventAroundThePayment() {
        Payment payment = payment(PaymentState.FAILED, null, new Failure("declined", "no money"));
        PaymentChange change = new PaymentChange("payment.failed", PaymentState.PROCESSING, "why", payment);
        String start = lines("""
                {"id":"evt_HEX","type":"payment.failed","created_at":"2026-01-01T00:00:01.500000Z",
                "merchant_id":"mer_HEX","payment_id":"pay_HEX","sequence":2,"data":{"payment":""");

        assertThat(PaymentJson.eventBody(EventId.parse("evt_" + HEX), change))
                .isEqualTo(start + PaymentJson.payment(payment) + "}}");
        assertThat(PaymentJson.payment(payment))
                .contains("\"failure\":{\"code\":\"declined\",\"message\":\"no money\",\"advice\":\"order_again\","
                        + "\"payer_may_retry\":true,\"channel_code\":null}");
    }

    @Test
    void readsThePaymentOfAnEvent() {
        Payment payment = payment(PaymentState.REQUIRES_ACTION, NextAction.qrCode("weixin://x"), null);
        PaymentChange change = new PaymentChange("payment.requires_action", PaymentState.PROCESSING, "why", payment);

        assertThat(PaymentReader.paymentOfEvent(PaymentJson.eventBody(EventId.next(), change)))
                .isEqualTo(payment);
    }

    @Test
    void aFormStandsBesideItsAddress() {
        NextAction action = NextAction.formPost("https://bank.example/pay", Map.of("orderId", "1&2"));

        assertThat(PaymentJson.nextAction(action))
                .isEqualTo(
                        "{\"type\":\"form_post\",\"url\":\"https://bank.example/pay\",\"fields\":{\"orderId\":\"1&2\"}}");
        assertThat(PaymentReader.nextAction(PaymentJson.nextAction(action))).isEqualTo(action);
    }

    @Test
    void readsColumns() {
        NextAction action = NextAction.qrCode("weixin://x");

        assertThat(PaymentReader.nextAction(PaymentJson.nextAction(action))).isEqualTo(action);
        assertThat(PaymentReader.nextAction((String) null)).isNull();
        assertThat(PaymentReader.metadata(PaymentJson.metadata(Map.of("a", "\"\\"))))
                .isEqualTo(Map.of("a", "\"\\"));
    }

    private static String lines(String text) {
        return text.replace("\n", "").replace("HEX", HEX);
    }

    private static Payment payment(PaymentState state, @Nullable NextAction action, @Nullable Failure failure) {
        return new Payment(
                MerchantId.parse("mer_" + HEX),
                PaymentId.parse("pay_" + HEX),
                "A-1",
                Money.of(1500, "CNY"),
                Money.of(9, "CNY"),
                "wechat_native",
                CaptureMethod.AUTOMATIC,
                "茶",
                null,
                null,
                Map.of("basket", "42"),
                state,
                action,
                failure,
                List.of(attempt()),
                new PaymentTotals(1500, 0, 1500, 100, 200),
                2,
                CREATED,
                UPDATED,
                CREATED.plusSeconds(900));
    }

    private static PaymentAttempt attempt() {
        return new PaymentAttempt(
                AttemptId.parse("att_" + HEX),
                ChannelAccountId.parse("cha_" + HEX),
                "wechat",
                AttemptState.ACCEPTED,
                null,
                null,
                OutcomeCode.AWAITING_PAYER,
                null,
                0,
                CREATED,
                UPDATED,
                null);
    }
}
