package io.sluice.callback;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.callback.fixture.Channel;
import io.sluice.callback.fixture.Eventually;
import io.sluice.callback.fixture.ReceiverFixture;
import io.sluice.core.payment.Detached;
import io.sluice.core.payment.model.Payment;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A receiver that is told to stop finishes what it has in hand. */
class ShutdownIT {

    @Test
    void questionUnderWayIsFinished() {
        try (ReceiverFixture receiver = ReceiverFixture.start(1)) {
            Payment payment = receiver.pay("never");
            receiver.rows.update("update sluice.attempt set inquiries = 8");
            Detached detached = receiver.bean(Detached.class);
            Channel.slow(Duration.ofMillis(400));
            receiver.makeDue(payment);
            Eventually.holds(() -> detached.inFlight() > 0);

            receiver.stop(0);

            assertThat(detached.inFlight()).isZero();
            assertThat(receiver.rows.count("select count(*) from sluice.attempt"
                            + " where inquiries = 9 and due_at > now() + interval '1 minute'"))
                    .isEqualTo(1);
        } finally {
            Channel.slow(Duration.ZERO);
        }
    }
}
