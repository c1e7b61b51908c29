package io.sluice.core.payment.model;

import static io.sluice.core.payment.model.PaymentFixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.channel.ChannelOutcome.Absent;
import io.sluice.core.channel.ChannelOutcome.Approved;
import io.sluice.core.channel.ChannelOutcome.Pending;
import io.sluice.core.channel.ChannelOutcome.Unknown;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BeliefPolicyTest {

    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final Payment sent = PaymentFixtures.accepted();
    private final Payment accepted = after(sent, new Pending(null, null));
    private final Payment unknown = after(sent, new Unknown("deadline_passed", ""));
    private final Instant expiry = sent.expiresAt();

    @Test
    void absenceIsBelievedOnlyAfterTheWindow() {
        Instant windowEnds = unknown.lastAttempt().createdAt().plus(WINDOW);

        assertThat(believed(unknown, new Absent("ORDER_NOT_EXIST"), windowEnds.minusNanos(1)))
                .isInstanceOf(Unknown.class);
        assertThat(believed(unknown, new Absent("ORDER_NOT_EXIST"), windowEnds))
                .isEqualTo(new Absent("ORDER_NOT_EXIST"));
    }

    @Test
    void absenceOfAnAcceptedOrderIsNeverBelieved() {
        assertThat(believed(accepted, new Absent("ORDER_NOT_EXIST"), expiry.plusSeconds(86_400)))
                .isInstanceOfSatisfying(
                        Unknown.class, it -> assertThat(it.code()).isEqualTo("absent_though_accepted"));
    }

    @Test
    void everythingElseIsBelieved() {
        var approved = new Approved(sent.amount(), "4200");

        assertThat(believed(unknown, approved, NOW)).isEqualTo(approved);
    }

    private static ChannelOutcome believed(Payment payment, ChannelOutcome outcome, Instant now) {
        return BeliefPolicy.believed(outcome, payment.lastAttempt(), WINDOW, now);
    }

    private static Payment after(Payment payment, ChannelOutcome outcome) {
        Conclusion conclusion = payment.concluded(payment.lastAttempt().id(), outcome, NOW.plusSeconds(1));
        return ((Conclusion.Changed) conclusion).transition().after();
    }
}
