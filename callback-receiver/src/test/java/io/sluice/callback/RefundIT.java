package io.sluice.callback;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.callback.fixture.Eventually;
import io.sluice.callback.fixture.ReceiverFixture;
import io.sluice.core.channel.ModificationKind;
import io.sluice.core.id.ModificationId;
import io.sluice.core.modification.ModificationAnswer;
import io.sluice.core.modification.ModificationPipeline;
import io.sluice.core.modification.Modifications;
import io.sluice.core.modification.Reservation;
import io.sluice.core.modification.Reservations;
import io.sluice.core.modification.model.Modification;
import io.sluice.core.modification.model.ModificationState;
import io.sluice.core.modification.model.RequestModification;
import io.sluice.core.payment.Payments;
import io.sluice.core.payment.model.IdempotencyKey;
import io.sluice.core.payment.model.Payment;
import io.sluice.core.payment.model.PaymentState;
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
        assertThat(ended("success", ModificationState.SUCCEEDED).channelReference())
                .isNotNull();
        assertThat(ended("closed", ModificationState.FAILED).failure()).isNotNull();
    }

    @Test
    void aQuestionEndsWhatNobodyToldOf() {
        ended("silent", ModificationState.SUCCEEDED);
        ended("timeout-done", ModificationState.SUCCEEDED);
    }

    @Test
    void whatNeverArrivedIsSentAgainWithTheSameNumber() {
        Modification sent = ended("timeout-not-done", ModificationState.SUCCEEDED);
        assertThat(events(sent))
                .containsSequence("refund.created", "refund.unknown")
                .endsWith("refund.succeeded");
    }

    @Test
    void whatIsStuckIsGivenToPeopleAndStaysReserved() {
        Modification stuck = ended("abnormal", ModificationState.MANUAL);
        assertThat(events(stuck)).endsWith("refund.abnormal", "refund.manual");
        assertThat(payment(stuck).totals().refundReservedMinor())
                .isEqualTo(stuck.amount().minor());
    }

    @Test
    void whatBouncesComesBack() {
        Modification returned = ended("returned", ModificationState.RETURNED);
        assertThat(events(returned)).endsWith("refund.succeeded", "refund.returned");
        assertThat(payment(returned).totals().leftToRefund()).isEqualTo(1500);
    }

    /** The process died between the reservation and the channel. */
    @Test
    void whatWasOnlyReservedIsSent() {
        Payment paid = paid();
        Reservation reserved = receiver.bean(Reservations.class)
                .reserve(command(paid, "success"))
                .block();
        Modification refund = ((Reservation.Reserved) Objects.requireNonNull(reserved)).modification();
        receiver.rows.update(
                "update sluice.modification set due_at = now() where modification_id = ?",
                refund.id().value());
        await(refund.id(), ModificationState.SUCCEEDED);
    }

    private static Modification ended(String outcome, ModificationState state) {
        ModificationAnswer answer = receiver.bean(ModificationPipeline.class)
                .modify(command(paid(), outcome), Duration.ofSeconds(5))
                .block();
        return await(
                ((ModificationAnswer.Concluded) Objects.requireNonNull(answer))
                        .modification()
                        .id(),
                state);
    }

    private static RequestModification command(Payment paid, String outcome) {
        String key = UUID.randomUUID().toString();
        return new RequestModification(
                ModificationKind.REFUND,
                paid.merchantId(),
                paid.id(),
                null,
                500L,
                false,
                "cold tea outcome=" + outcome,
                new IdempotencyKey("POST /v1/refunds", key, new byte[32]));
    }

    private static Payment paid() {
        return receiver.await(receiver.pay("approved"), PaymentState.SUCCEEDED);
    }

    private static Modification await(ModificationId id, ModificationState state) {
        Eventually.holds(() -> find(id).state() == state, () -> find(id).toString());
        return find(id);
    }

    private static Modification find(ModificationId id) {
        return Objects.requireNonNull(
                receiver.bean(Modifications.class).find(receiver.merchant, id).block());
    }

    private static Payment payment(Modification refund) {
        return Objects.requireNonNull(receiver.bean(Payments.class)
                .find(refund.merchantId(), refund.paymentId())
                .block());
    }

    private static List<String> events(Modification refund) {
        return receiver.rows.list(
                "select type from sluice.payment_event where payment_id = ? order by sequence",
                refund.paymentId().value());
    }
}
