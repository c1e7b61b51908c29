package io.sluice.callback;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.callback.fixture.Eventually;
import io.sluice.callback.fixture.ReceiverFixture;
import io.sluice.core.id.RefundId;
import io.sluice.core.payment.Payments;
import io.sluice.core.payment.model.IdempotencyKey;
import io.sluice.core.payment.model.Payment;
import io.sluice.core.payment.model.PaymentState;
import io.sluice.core.refund.RefundAnswer;
import io.sluice.core.refund.RefundPipeline;
import io.sluice.core.refund.RefundStore;
import io.sluice.core.refund.Reservation;
import io.sluice.core.refund.Reservations;
import io.sluice.core.refund.model.Refund;
import io.sluice.core.refund.model.RefundState;
import io.sluice.core.refund.model.RequestRefund;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whatever the channel does with a refund, it ends as the channel's own book has it. */
class RefundIT {

    private static ReceiverFixture receiver;

    @BeforeAll
    static void start() {
        receiver = ReceiverFixture.start(2);
    }

    @AfterAll
    static void stop() {
        receiver.close();
    }

    @Test
    void theCallbackEndsIt() {
        assertThat(ended("success", RefundState.SUCCEEDED).channelReference()).isNotNull();
        assertThat(ended("closed", RefundState.FAILED).failure()).isNotNull();
    }

    @Test
    void aQuestionEndsWhatNobodyToldOf() {
        ended("silent", RefundState.SUCCEEDED);
        ended("timeout-done", RefundState.SUCCEEDED);
    }

    @Test
    void whatNeverArrivedIsSentAgainWithTheSameNumber() {
        Refund sent = ended("timeout-not-done", RefundState.SUCCEEDED);
        assertThat(events(sent))
                .containsSequence("refund.created", "refund.unknown")
                .endsWith("refund.succeeded");
    }

    @Test
    void whatIsStuckIsGivenToPeopleAndStaysReserved() {
        Refund stuck = ended("abnormal", RefundState.MANUAL);
        assertThat(events(stuck)).endsWith("refund.abnormal", "refund.manual");
        assertThat(payment(stuck).refunds().reservedMinor())
                .isEqualTo(stuck.amount().minor());
    }

    @Test
    void whatBouncesComesBack() {
        Refund returned = ended("returned", RefundState.RETURNED);
        assertThat(events(returned)).endsWith("refund.succeeded", "refund.returned");
        assertThat(payment(returned).refunds().leftOf(1500)).isEqualTo(1500);
    }

    /** The process died between the reservation and the channel. */
    @Test
    void whatWasOnlyReservedIsSent() {
        Payment paid = paid();
        Reservation reserved = receiver.bean(Reservations.class)
                .reserve(command(paid, "success"))
                .block();
        Refund refund = ((Reservation.Reserved) Objects.requireNonNull(reserved)).refund();
        receiver.rows.update(
                "update sluice.refund set due_at = now() where refund_id = ?",
                refund.id().value());
        await(refund.id(), RefundState.SUCCEEDED);
    }

    private static Refund ended(String outcome, RefundState state) {
        RefundAnswer answer = receiver.bean(RefundPipeline.class)
                .refund(command(paid(), outcome), Duration.ofSeconds(5))
                .block();
        return await(
                ((RefundAnswer.Concluded) Objects.requireNonNull(answer))
                        .refund()
                        .id(),
                state);
    }

    private static RequestRefund command(Payment paid, String outcome) {
        String key = UUID.randomUUID().toString();
        return new RequestRefund(
                paid.merchantId(),
                paid.id(),
                500L,
                "cold tea outcome=" + outcome,
                new IdempotencyKey("POST /v1/refunds", key, new byte[32]));
    }

    private static Payment paid() {
        return receiver.await(receiver.pay("approved"), PaymentState.SUCCEEDED);
    }

    private static Refund await(RefundId id, RefundState state) {
        Eventually.holds(() -> find(id).state() == state, () -> find(id).toString());
        return find(id);
    }

    private static Refund find(RefundId id) {
        return Objects.requireNonNull(
                receiver.bean(RefundStore.class).find(receiver.merchant, id).block());
    }

    private static Payment payment(Refund refund) {
        return Objects.requireNonNull(receiver.bean(Payments.class)
                .find(refund.merchantId(), refund.paymentId())
                .block());
    }

    private static List<String> events(Refund refund) {
        return receiver.rows.list(
                "select type from sluice.payment_event where payment_id = ? order by sequence",
                refund.paymentId().value());
    }
}
