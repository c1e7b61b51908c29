package io.sluice.callback;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.callback.fixture.Channel;
import io.sluice.callback.fixture.Eventually;
import io.sluice.callback.fixture.ReceiverFixture;
import io.sluice.core.payment.model.AttemptState;
import io.sluice.core.payment.model.Payment;
import io.sluice.core.payment.model.PaymentState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What no callback told is found out by asking; two instances share the work. */
class InquiryIT {

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
    void silentPaymentIsFound() {
        receiver.await(receiver.pay("silent"), PaymentState.SUCCEEDED);
    }

    @Test
    void orderThatTheChannelNeverAnsweredIsFoundPaid() {
        receiver.await(receiver.pay("timeout-charged"), PaymentState.SUCCEEDED);
    }

    @Test
    void refusalOfTheBankIsFinalOnceTheOrderIsClosed() {
        Payment failed = receiver.await(receiver.pay("declined"), PaymentState.FAILED);

        assertThat(failed.lastAttempt().channelCode()).isEqualTo("PAYERROR");
        assertThat(Channel.pay(number(failed))).contains("ORDER_CLOSED");
    }

    @Test
    void unpaidOrderIsClosedAtTheChannelWhenItExpires() {
        Payment payment = receiver.pay("never", Duration.ofSeconds(3));

        Payment closed = receiver.await(payment, PaymentState.CLOSED);
        assertThat(closed.lastAttempt().state()).isEqualTo(AttemptState.DECLINED);
        assertThat(Channel.order(number(closed))).contains("\"trade_state\":\"CLOSED\"");
        assertThat(Channel.pay(number(closed))).contains("ORDER_CLOSED");
        assertThat(events(payment)).endsWith("payment.closing", "payment.closed");
    }

    @Test
    void lostSubmissionIsAbsentOnlyAfterTheWindow() {
        Payment lost = receiver.lose();
        receiver.makeDue(lost);

        Eventually.holds(() -> receiver.find(lost).lastAttempt().inquiries() >= 1
                && receiver.find(lost).lastAttempt().state() == AttemptState.UNKNOWN);
        assertThat(receiver.find(lost).state()).isEqualTo(PaymentState.PROCESSING);
        Payment failed = receiver.await(lost, PaymentState.FAILED);
        assertThat(failed.failure()).isNotNull();
        assertThat(Objects.requireNonNull(failed.failure()).code()).isEqualTo("absent_at_channel");
        assertThat(failed.updatedAt()).isAfter(lost.createdAt().plus(ReceiverFixture.IN_DOUBT));
    }

    /** After eight looks the next one is minutes away, so that what is counted here is one look each. */
    @Test
    void twoInstancesShareTheWorkAndDoNoneOfItTwice() {
        UUID[] open = IntStream.range(0, 40)
                .mapToObj(i -> receiver.pay("never").id().value())
                .toArray(UUID[]::new);
        receiver.rows.update("update sluice.attempt set due_at = null where payment_id = any(?)", (Object) open);
        long asked = receiver.asked();

        receiver.rows.update(
                "update sluice.attempt set due_at = now(), inquiries = 8 where payment_id = any(?)", (Object) open);
        Eventually.holds(() -> receiver.asked() >= asked + 40);
        Eventually.holds(() -> receiver.rows.count(
                        "select count(*) from sluice.attempt where payment_id = any(?)"
                                + " and due_at > now() + interval '1 minute'",
                        (Object) open)
                == 40);

        assertThat(receiver.asked()).isEqualTo(asked + 40);
        assertThat(receiver.rows.list(
                        "select distinct inquiries from sluice.attempt where payment_id = any(?)", (Object) open))
                .containsExactly("9");
    }

    /** What an instance had taken when it died is taken by another when the lease ends, and not before. */
    @Test
    void whatADeadInstanceHadTakenIsFollowedUpByAnother() {
        Payment payment = receiver.lose();
        Instant lease = Instant.now().plusSeconds(2);
        receiver.rows.update(
                "update sluice.attempt set due_at = ?::timestamptz, inquiries = 1 where payment_id = ?",
                lease.toString(),
                payment.id().value());

        Payment failed = receiver.await(payment, PaymentState.FAILED);
        assertThat(failed.updatedAt()).isAfter(lease);
        assertThat(events(payment)).containsExactly("payment.created", "payment.processing", "payment.failed");
    }

    @Test
    void peopleAreCalledAfterTheLastInquiryAndTheTruthStillEndsIt() {
        Payment payment = receiver.pay("silent");
        Channel.slow(Duration.ofSeconds(3));
        receiver.rows.update(
                "update sluice.attempt set state = 'UNKNOWN', inquiries = 30, updated_at = now() - interval '2 hours',"
                        + " due_at = now() where payment_id = ?",
                payment.id().value());

        try {
            Eventually.holds(() -> receiver.find(payment).lastAttempt().state() == AttemptState.MANUAL);
        } finally {
            Channel.slow(Duration.ZERO);
        }
        assertThat(receiver.find(payment).state()).isEqualTo(PaymentState.REQUIRES_ACTION);
        assertThat(receiver.rows.list(
                        "select attention from sluice.attempt where payment_id = ?",
                        payment.id().value()))
                .containsExactly("manual");
        assertThat(receiver.calledPeople()).isEqualTo(1);

        Eventually.holds(() -> {
            receiver.makeDue(payment);
            return receiver.find(payment).state() == PaymentState.SUCCEEDED;
        });
        assertThat(receiver.rows.list(
                        "select coalesce(attention, 'none') from sluice.attempt where payment_id = ?",
                        payment.id().value()))
                .containsExactly("none");
    }

    private static List<String> events(Payment payment) {
        return receiver.rows.list(
                "select type from sluice.payment_event where payment_id = ? order by sequence",
                payment.id().value());
    }

    private static String number(Payment payment) {
        return payment.lastAttempt().id().channelNumber();
    }
}
