package io.sluice.callback;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.callback.fixture.Eventually;
import io.sluice.callback.fixture.HoldingProvider;
import io.sluice.callback.fixture.ReceiverFixture;
import io.sluice.core.channel.ModificationKind;
import io.sluice.core.modification.ModificationAnswer;
import io.sluice.core.modification.ModificationPipeline;
import io.sluice.core.modification.Modifications;
import io.sluice.core.modification.Reservation;
import io.sluice.core.modification.Reservations;
import io.sluice.core.modification.model.Modification;
import io.sluice.core.modification.model.ModificationState;
import io.sluice.core.modification.model.RequestModification;
import io.sluice.core.payment.model.IdempotencyKey;
import io.sluice.core.payment.model.Payment;
import io.sluice.core.payment.model.PaymentState;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whatever the channel says of a capture or a void, or does not say, it ends as the channel's own book has it. */
class CaptureIT {

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
    void aQuestionEndsWhatNobodyToldOf() {
        Payment held = held("tea");
        Modification capture = ended(held, HoldingProvider.KEPT_IN_SILENCE, ModificationState.SUCCEEDED);
        assertThat(HoldingProvider.BOOK.get(capture.id().channelNumber()).reference())
                .as("the channel is told which authorization")
                .isEqualTo(held.lastAttempt().channelReference());
        assertThat(receiver.find(held).state()).isEqualTo(PaymentState.PARTIALLY_CAPTURED);
        assertThat(receiver.find(held).totals().capturedMinor()).isEqualTo(HoldingProvider.KEPT_IN_SILENCE);
    }

    @Test
    void whatNeverArrivedIsSentAgainWithTheSameNumber() {
        Modification capture = ended(held("tea"), HoldingProvider.LOST_AT_FIRST, ModificationState.SUCCEEDED);
        assertThat(HoldingProvider.BOOK).containsKey(capture.id().channelNumber());
    }

    @Test
    void whatTheChannelRefusesIsFreeAgain() {
        Payment held = held("tea");
        ended(held, HoldingProvider.REFUSED, ModificationState.FAILED);
        assertThat(receiver.find(held).state()).isEqualTo(PaymentState.AUTHORIZED);
        assertThat(receiver.find(held).totals().leftToCapture()).isEqualTo(1500);
    }

    /** The process died between the reservation and the channel. */
    @Test
    void whatWasOnlyReservedIsSent() {
        Payment held = held("tea");
        Reservation reserved =
                receiver.bean(Reservations.class).reserve(capture(held, 7)).block();
        Modification capture = ((Reservation.Reserved) Objects.requireNonNull(reserved)).modification();
        assertThat(HoldingProvider.BOOK).doesNotContainKey(capture.id().channelNumber());
        receiver.rows.update(
                "update sluice.modification set due_at = now() where modification_id = ?",
                capture.id().value());
        await(capture, ModificationState.SUCCEEDED);
        assertThat(HoldingProvider.BOOK).containsKey(capture.id().channelNumber());
    }

    @Test
    void whatIsHeldTooLongIsLetGoOf() {
        Payment held = held("brief");
        ended(held, 5, ModificationState.SUCCEEDED);
        receiver.await(held, PaymentState.SUCCEEDED);
        assertThat(receiver.find(held).totals().capturedMinor()).isEqualTo(5);
        assertThat(receiver.rows.list(
                        "select type from sluice.payment_event where payment_id = ? order by sequence",
                        held.id().value()))
                .endsWith("void.created", "void.unknown", "void.succeeded", "payment.succeeded");
        receiver.await(held("brief"), PaymentState.REVERSED);
    }

    private static Payment held(String description) {
        Payment held = receiver.hold(description);
        assertThat(held.state()).isEqualTo(PaymentState.AUTHORIZED);
        return held;
    }

    private static Modification ended(Payment held, long amount, ModificationState state) {
        ModificationAnswer answer = receiver.bean(ModificationPipeline.class)
                .modify(capture(held, amount), Duration.ofSeconds(5))
                .block();
        assertThat(answer).isInstanceOf(ModificationAnswer.Concluded.class);
        return await(((ModificationAnswer.Concluded) answer).modification(), state);
    }

    private static RequestModification capture(Payment held, long amount) {
        return new RequestModification(
                ModificationKind.CAPTURE,
                held.merchantId(),
                held.id(),
                null,
                amount,
                false,
                null,
                new IdempotencyKey("captures", UUID.randomUUID().toString(), new byte[32]));
    }

    private static Modification await(Modification modification, ModificationState state) {
        Eventually.holds(
                () -> find(modification).state() == state,
                () -> find(modification).toString());
        return find(modification);
    }

    private static Modification find(Modification modification) {
        return Objects.requireNonNull(receiver.bean(Modifications.class)
                .find(receiver.merchant, modification.id())
                .block());
    }
}
