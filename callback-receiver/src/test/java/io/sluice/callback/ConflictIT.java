package io.sluice.callback;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.callback.fixture.Channel;
import io.sluice.callback.fixture.Eventually;
import io.sluice.callback.fixture.ReceiverFixture;
import io.sluice.core.channel.OutcomeCode;
import io.sluice.core.merchant.Merchants;
import io.sluice.core.merchant.model.LateSuccess;
import io.sluice.core.payment.Cancellations;
import io.sluice.core.payment.model.Payment;
import io.sluice.core.payment.model.PaymentState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is paid after the end goes back to the payer, by the channel's own book, once. */
class ConflictIT {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

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
    void whatIsPaidAfterTheCloseIsGivenBackByItself() {
        Payment late = receiver.await(closed(receiver.pay("paid-after-close")), PaymentState.REVERSED);

        assertThat(events(late))
                .containsSubsequence(
                        "payment.closed",
                        "payment.conflicted",
                        "refund.created",
                        "refund.succeeded",
                        "payment.reversed");
        assertThat(Channel.order(number(late))).contains("\"trade_state\":\"REFUND\"");
        assertThat(refunds(late)).containsExactly("SUCCEEDED");
        assertThat(late.lastAttempt().code()).isEqualTo(OutcomeCode.GIVEN_BACK);
        assertThat(audited(late)).isEqualTo(1);
        assertThat(attention(late)).isEmpty();
        Eventually.holds(() -> receiver.find(late).lastAttempt().dueAt() == null);
    }

    /** The process died when the conflict was written, or before it could say that it need not look again. */
    @Test
    void whoeverLooksAgainMakesNoSecondRefund() {
        Payment late = receiver.await(closed(receiver.pay("paid-after-close")), PaymentState.REVERSED);
        int version = late.version();
        for (int look = 0; look < 3; look++) {
            receiver.rows.update(
                    "update sluice.attempt set due_at = now() where attempt_id = ?",
                    late.lastAttempt().id().value());
            Eventually.holds(() -> receiver.find(late).lastAttempt().dueAt() == null);
        }

        assertThat(refunds(late)).hasSize(1);
        assertThat(receiver.find(late).version()).isEqualTo(version);
    }

    @Test
    void whatTheChannelRefusesToGiveBackIsForPeople() {
        Payment cancelled = closed(receiver.pay("never"));
        Channel.send(Channel.callback(
                receiver.url() + "/callbacks/" + receiver.account,
                Channel.paid(number(cancelled), 1500),
                Instant.now()));

        Eventually.holds(() -> refunds(cancelled).equals(List.of("FAILED")));
        Eventually.holds(() -> receiver.find(cancelled).lastAttempt().dueAt() == null);
        assertThat(receiver.find(cancelled).state()).isEqualTo(PaymentState.CONFLICTED);
        assertThat(attention(cancelled)).containsExactly("conflicted");
    }

    @Test
    void whereTheMerchantWantsPeopleToDecideTheyDo() {
        lateSuccess(LateSuccess.PEOPLE);
        try {
            Payment late = receiver.await(closed(receiver.pay("paid-after-close")), PaymentState.CONFLICTED);

            Eventually.holds(() -> receiver.find(late).lastAttempt().dueAt() == null);
            assertThat(receiver.find(late).state()).isEqualTo(PaymentState.CONFLICTED);
            assertThat(refunds(late)).isEmpty();
            assertThat(audited(late)).isZero();
            assertThat(attention(late)).containsExactly("conflicted");
        } finally {
            lateSuccess(LateSuccess.GIVE_BACK);
        }
    }

    private static void lateSuccess(LateSuccess wanted) {
        receiver.rows.update(
                "update sluice.merchant set late_success = ? where merchant_id = ?",
                wanted.wireName(),
                receiver.merchant.value());
        receiver.rows.update("update sluice.config_version set version = version + 1");
        receiver.beans(Merchants.class)
                .forEach(merchants -> Eventually.holds(() ->
                        Objects.requireNonNull(merchants.find(receiver.merchant).block())
                                        .lateSuccess()
                                == wanted));
    }

    private static Payment closed(Payment payment) {
        Payment closed = receiver.bean(Cancellations.class)
                .cancel(receiver.merchant, payment.id(), PATIENCE)
                .block();
        return Objects.requireNonNull(closed);
    }

    private static List<String> events(Payment payment) {
        return receiver.rows.list(
                "select type from sluice.payment_event where payment_id = ? order by sequence",
                payment.id().value());
    }

    private static List<String> refunds(Payment payment) {
        return receiver.rows.list(
                "select state from sluice.modification where gives_back and payment_id = ?",
                payment.id().value());
    }

    private static List<String> attention(Payment payment) {
        return receiver.rows.list(
                "select attention from sluice.attempt where attention is not null and payment_id = ?",
                payment.id().value());
    }

    private static long audited(Payment payment) {
        return receiver.rows.count(
                "select count(*) from sluice.audit where actor = 'gateway' and subject = ?",
                payment.id().toString());
    }

    private static String number(Payment payment) {
        return payment.lastAttempt().id().channelNumber();
    }
}
