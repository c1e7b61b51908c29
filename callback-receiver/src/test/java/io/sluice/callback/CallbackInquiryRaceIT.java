package io.sluice.callback;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.callback.fixture.Channel;
import io.sluice.callback.fixture.Eventually;
import io.sluice.callback.fixture.ReceiverFixture;
import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.payment.Conclusions;
import io.sluice.core.payment.model.AttemptState;
import io.sluice.core.payment.model.Payment;
import io.sluice.core.payment.model.PaymentState;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A callback and an inquiry about the same unknown attempt end in the same state, whichever comes first. */
class CallbackInquiryRaceIT {

    private static ReceiverFixture receiver;

    @BeforeAll
    static void start() {
        receiver = ReceiverFixture.start(1);
    }

    @AfterAll
    static void stop() {
        receiver.close();
    }

    @Test
    void callbackThenInquiry() {
        Payment payment = unknown();
        callback(payment);
        inquiry(payment);
        assertPaidOnce(payment);
    }

    @Test
    void inquiryThenCallback() {
        Payment payment = unknown();
        inquiry(payment);
        callback(payment);
        assertPaidOnce(payment);
    }

    @Test
    void atTheSameTime() {
        List<Payment> payments = IntStream.range(0, 30).mapToObj(i -> unknown()).toList();
        List<CompletableFuture<Void>> racing = payments.stream()
                .flatMap(payment -> List.<Runnable>of(() -> callback(payment), () -> inquiry(payment)).stream())
                .map(CompletableFuture::runAsync)
                .toList();
        racing.forEach(CompletableFuture::join);
        payments.forEach(CallbackInquiryRaceIT::assertPaidOnce);
    }

    /** Nobody knows what became of it, and no timer looks. */
    private static Payment unknown() {
        Payment lost = receiver.lose();
        Payment unknown = conclude(lost, new ChannelOutcome.Unknown("deadline_passed", "no answer"));
        receiver.rows.update(
                "update sluice.attempt set due_at = now() + interval '1 hour' where payment_id = ?",
                unknown.id().value());
        assertThat(unknown.lastAttempt().state()).isEqualTo(AttemptState.UNKNOWN);
        return unknown;
    }

    private static void callback(Payment payment) {
        String url = receiver.url() + "/callbacks/" + receiver.account;
        Eventually.holds(() -> Channel.send(Channel.callback(url, Channel.paid(number(payment), 1500), Instant.now()))
                        .statusCode()
                == 204);
    }

    private static void inquiry(Payment payment) {
        conclude(payment, new ChannelOutcome.Approved(payment.amount(), "4200" + number(payment)));
    }

    /** Decided on the payment as it stood before either of them. */
    private static Payment conclude(Payment payment, ChannelOutcome outcome) {
        var concluded = receiver.bean(Conclusions.class)
                .conclude(payment, payment.lastAttempt().id(), outcome)
                .block();
        assertThat(concluded).isNotNull();
        return concluded.payment();
    }

    private static void assertPaidOnce(Payment payment) {
        Payment paid = receiver.find(payment);
        assertThat(paid.state()).isEqualTo(PaymentState.SUCCEEDED);
        assertThat(paid.lastAttempt().channelReference()).isEqualTo("4200" + number(payment));
        assertThat(paid.lastAttempt().dueAt()).isNull();
        assertThat(receiver.rows.list(
                        "select type from sluice.payment_event where payment_id = ? order by sequence",
                        payment.id().value()))
                .containsExactly("payment.created", "payment.processing", "payment.succeeded");
    }

    private static String number(Payment payment) {
        return payment.lastAttempt().id().channelNumber();
    }
}
