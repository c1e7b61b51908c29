package io.sluice.callback;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.callback.fixture.Eventually;
import io.sluice.callback.fixture.HoldingProvider;
import io.sluice.callback.fixture.ReceiverFixture;
import io.sluice.core.payment.model.AttemptState;
import io.sluice.core.payment.model.Payment;
import io.sluice.core.payment.model.PaymentState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a channel without inquiries did not answer is taken back, again and again until it answers that, whoever has to ask. */
class ReversalIT {

    private final ReceiverFixture receiver = ReceiverFixture.start(1);

    @AfterEach
    void close() {
        HoldingProvider.MUTE.set(false);
        receiver.close();
    }

    @Test
    void isRepeatedUntilItIsAnsweredAcrossARestart() {
        HoldingProvider.MUTE.set(true);
        Payment mute = receiver.hold("mute");
        receiver.makeDue(mute);
        Eventually.holds(() -> asked(mute) >= 1);
        receiver.makeDue(mute);
        Eventually.holds(() -> asked(mute) >= 2);
        assertThat(attempt(mute)).isEqualTo(AttemptState.REVERSING);

        receiver.restart();
        int before = asked(mute);
        receiver.makeDue(mute);
        Eventually.holds(() -> asked(mute) > before);
        assertThat(attempt(mute)).isEqualTo(AttemptState.REVERSING);

        HoldingProvider.MUTE.set(false);
        receiver.makeDue(mute);
        receiver.await(mute, PaymentState.FAILED);
        assertThat(attempt(mute)).isEqualTo(AttemptState.REVERSED);
    }

    private AttemptState attempt(Payment payment) {
        return receiver.find(payment).lastAttempt().state();
    }

    private static int asked(Payment payment) {
        return HoldingProvider.REVERSALS.getOrDefault(payment.lastAttempt().id().channelNumber(), 0);
    }
}
